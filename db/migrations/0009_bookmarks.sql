CREATE TABLE "bookmark" (
	"person_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"version_id" uuid NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookmark_person_id_meeting_id_document_id_page_pk" PRIMARY KEY("person_id","meeting_id","document_id","page"),
	CONSTRAINT "bookmark_page" CHECK ("bookmark"."page" >= 1)
);
--> statement-breakpoint
CREATE TABLE "reading_place" (
	"person_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"part" double precision NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_place_person_id_meeting_id_document_id_pk" PRIMARY KEY("person_id","meeting_id","document_id"),
	CONSTRAINT "reading_place_page" CHECK ("reading_place"."page" >= 1),
	CONSTRAINT "reading_place_part" CHECK ("reading_place"."part" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "bookmark" ADD CONSTRAINT "bookmark_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_place" ADD CONSTRAINT "reading_place_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;