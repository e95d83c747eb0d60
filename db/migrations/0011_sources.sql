ALTER TABLE "document_version" ADD COLUMN "source_sha256" text;--> statement-breakpoint
ALTER TABLE "document_version" ADD COLUMN "source_bytes" bigint;--> statement-breakpoint
ALTER TABLE "document_version" ADD COLUMN "source_type" text;--> statement-breakpoint
CREATE INDEX "document_version_by_source" ON "document_version" USING btree ("source_sha256");--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_source" CHECK (("document_version"."source_sha256" is null) = ("document_version"."source_bytes" is null) and ("document_version"."source_sha256" is null) = ("document_version"."source_type" is null));