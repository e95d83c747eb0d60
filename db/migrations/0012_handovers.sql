CREATE TABLE "handover" (
	"handover_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"document_ids" jsonb NOT NULL,
	"due_on" date,
	"state" text NOT NULL,
	"given_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "handover_state" CHECK ("handover"."state" in ('given', 'finished', 'taken_back')),
	CONSTRAINT "handover_others" CHECK ("handover"."member_id" <> "handover"."person_id")
);
--> statement-breakpoint
-- Naming is an event of the body's stream from here on; who was named without one is named again (docs/decisions/0072).
DELETE FROM "office_staff";--> statement-breakpoint
ALTER TABLE "office_staff" ADD COLUMN "body_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "office_staff" DROP CONSTRAINT "office_staff_member_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "office_staff" ADD CONSTRAINT "office_staff_body_id_member_id_person_id_pk" PRIMARY KEY("body_id","member_id","person_id");--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_meeting_id_meeting_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handover_by_member" ON "handover" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "handover_by_person" ON "handover" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "office_staff" ADD CONSTRAINT "office_staff_body_id_body_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_staff" DROP COLUMN "named_at";