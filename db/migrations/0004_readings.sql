CREATE TABLE "reading" (
	"sha256" text PRIMARY KEY NOT NULL,
	"maker" integer NOT NULL,
	"reliability" text NOT NULL,
	"text_sha256" text NOT NULL,
	"text_bytes" bigint NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_bytes" CHECK ("reading"."text_bytes" > 0),
	CONSTRAINT "reading_reliability" CHECK ("reading"."reliability" in ('reliable', 'converted', 'unreliable', 'none'))
);
--> statement-breakpoint
ALTER TABLE "page_text" ADD COLUMN "runs" text;--> statement-breakpoint
CREATE INDEX "reading_by_maker" ON "reading" USING btree ("maker");