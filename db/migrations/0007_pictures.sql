CREATE TABLE "page_picture" (
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"page" integer NOT NULL,
	"file_sha256" text,
	"first_byte" bigint NOT NULL,
	"size_bytes" integer NOT NULL,
	CONSTRAINT "page_picture_sha256_kind_page_pk" PRIMARY KEY("sha256","kind","page"),
	CONSTRAINT "page_picture_kind" CHECK ("page_picture"."kind" in ('poster', 'thumbnail')),
	CONSTRAINT "page_picture_page" CHECK ("page_picture"."page" > 0),
	CONSTRAINT "page_picture_stretch" CHECK ("page_picture"."first_byte" >= 0 and "page_picture"."size_bytes" >= 0)
);
--> statement-breakpoint
ALTER TABLE "reading" ADD COLUMN "outline_sha256" text;--> statement-breakpoint
ALTER TABLE "reading" ADD COLUMN "outline_bytes" bigint;--> statement-breakpoint
CREATE INDEX "page_picture_by_file" ON "page_picture" USING btree ("file_sha256");