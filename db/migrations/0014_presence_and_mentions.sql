CREATE TABLE "hidden_reader" (
	"person_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mark_mention" (
	"channel" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"author" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "mark_mention_channel_person_id_author_pk" PRIMARY KEY("channel","person_id","author")
);
--> statement-breakpoint
CREATE INDEX "mark_mention_by_person" ON "mark_mention" USING btree ("person_id");