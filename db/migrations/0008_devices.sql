CREATE TABLE "device" (
	"device_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"registered_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"session_id" text,
	"withdrawn_because" text,
	"withdrawn_at" timestamp(3) with time zone,
	"withdrawn_by" uuid,
	"told_at" timestamp(3) with time zone,
	CONSTRAINT "device_name" CHECK ("device"."name" <> ''),
	CONSTRAINT "device_secret_is_hash" CHECK ("device"."secret_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "device_withdrawn_because" CHECK ("device"."withdrawn_because" in ('lost', 'signed_out')),
	CONSTRAINT "device_withdrawn" CHECK (("device"."withdrawn_because" is null) = ("device"."withdrawn_at" is null)),
	CONSTRAINT "device_lost_by" CHECK (("device"."withdrawn_by" is not null) = ("device"."withdrawn_because" is not distinct from 'lost')),
	CONSTRAINT "device_told" CHECK ("device"."told_at" is null or "device"."withdrawn_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_withdrawn_by_account_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_by_person" ON "device" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "device_by_session" ON "device" USING btree ("session_id");