CREATE TABLE "page_words" (
	"sha256" text NOT NULL,
	"page" integer NOT NULL,
	"edition" integer NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "page_words_sha256_page_pk" PRIMARY KEY("sha256","page")
);
--> statement-breakpoint
ALTER TABLE "page_words" ADD CONSTRAINT "page_words_sha256_page_page_text_sha256_page_fk" FOREIGN KEY ("sha256","page") REFERENCES "public"."page_text"("sha256","page") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_words_by_word" ON "page_words" USING gin ("words");