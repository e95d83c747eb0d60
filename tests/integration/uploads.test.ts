/** Files on their way in, over the wire: who may bring them, and what is refused with which reason. */
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DocumentId, MeetingId, type PersonId, VersionId } from "../../domain/ids";
import { headersOf, openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf, pdfWithJavaScript, truncatedPdf } from "../support/pdf";
import { png } from "../support/pictures";

let meeting: PaperMeeting;
beforeAll(async () => {
  meeting = await openPaperMeeting({ MAX_DOCUMENT_MB: "1", OFFICE_FILES: "off" });
  for (const itemId of Object.values(meeting.items)) {
    await meeting.addPaper(itemId, pdf({ pages: [itemId] }), "Tờ trình");
  }
  // What is published is what the rapporteur was asked for.
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

describe("an upload", () => {
  test("of an office file is refused at once where nothing can convert it", async () => {
    const answer = await meeting.upload(Buffer.alloc(700_000, 1), { fileName: "Tờ trình.docx" });
    expect(answer).toMatchObject({
      status: 422,
      body: { ok: false, refusal: { code: "document.no_converter" } },
    });
    const rows = await meeting.server.database.sql`
      select 1 from document_version where version_id = ${answer.versionId}`;
    expect(rows).toHaveLength(0);
  });

  test("of a picture becomes a paper; the picture itself is the office's", async () => {
    const picture = png(40, 20);
    const { status, versionId } = await meeting.upload(picture, { fileName: "Bản đồ.png" });
    expect(status).toBe(200);
    const ask = async (query: string) =>
      fetch(`${meeting.server.address}/documents/${versionId}${query}`, {
        headers: await headersOf(meeting, meeting.people.secretary),
      });
    const paper = await ask("");
    expect(paper.headers.get("content-type")).toBe("application/pdf");
    expect(paper.headers.get("content-disposition")).toContain('filename="Ban do.pdf"');
    const original = await ask("?original");
    expect(original.headers.get("content-type")).toBe("image/png");
    expect(original.headers.get("content-disposition")).toContain(
      'attachment; filename="Ban do.png"',
    );
    expect(Buffer.from(await original.arrayBuffer())).toEqual(picture);
  });

  test("answers with the checked version, and says what in it is switched off", async () => {
    const { status, body } = await meeting.upload(pdfWithJavaScript(), { fileName: "Đề án.pdf" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ok: true,
      version: { pages: 1, fileName: "Đề án.pdf", flags: ["javascript", "open_action"] },
      sameAs: [],
    });
  });

  test("of bytes that the meeting has already names their versions", async () => {
    const bytes = pdf({ pages: ["twice"] });
    const first = await meeting.upload(bytes);
    const { body } = await meeting.upload(bytes);
    expect(body).toMatchObject({ ok: true, sameAs: [first.versionId] });
  });

  test.each([
    ["of a truncated PDF", truncatedPdf(), 422, "document.truncated"],
    ["of another kind of file", Buffer.from("GIF89a"), 422, "document.not_a_pdf"],
    ["of an empty file", Buffer.alloc(0), 422, "document.empty_file"],
    ["over the limit", Buffer.alloc(1_048_577), 413, "document.too_large"],
  ])("%s is refused with its reason", async (_name, bytes, status, code) => {
    const answer = await meeting.upload(bytes);
    expect(answer).toMatchObject({ status, body: { ok: false, refusal: { code } } });
  });

  test("that hides its length is cut at the limit and still hears the reason", async () => {
    const answer = await sendUnannounced(3 * 1_048_576);
    expect(answer).toMatchObject({
      status: 413,
      body: { ok: false, refusal: { code: "document.too_large", params: { limitMb: 1 } } },
    });
  });

  test("above the ceiling, or of a grade that the body does not know, does not even arrive", async () => {
    const sound = pdf({ pages: ["secret"] });
    const { gradeCode, body: above } = await gradedUpload(sound);
    expect(above).toMatchObject({
      status: 422,
      body: { refusal: { code: "document.above_ceiling", params: { grade: gradeCode } } },
    });
    const unknown = await meeting.upload(sound, { grade: "hồng" });
    expect(unknown).toMatchObject({
      status: 422,
      body: { refusal: { code: "document.grade_unknown" } },
    });
    const [row] = await meeting.server.database.sql`
      select count(*)::int as count from document_version where version_id = ${unknown.versionId}`;
    expect(row?.count).toBe(0);
  });

  test("comes from the office alone: a member is refused, to a stranger there is no such meeting", async () => {
    const sound = pdf({ pages: ["sound"] });
    const by = (person: PersonId) => meeting.upload(sound, { by: person });
    expect((await by(meeting.people.member)).status).toBe(403);
    expect((await by(meeting.people.rapporteur)).status).toBe(403);
    expect((await by(meeting.people.stranger)).status).toBe(404);
    const elsewhere = { meetingId: MeetingId.parse(randomUUID()) };
    expect((await meeting.upload(sound, elsewhere)).status).toBe(404);
  });

  test("with an id that was used is refused, and its end can be asked for", async () => {
    const first = await meeting.upload(pdf({ pages: ["once"] }));
    const again = await meeting.upload(pdf({ pages: ["twice"] }), { versionId: first.versionId });
    expect(again).toMatchObject({
      status: 409,
      body: { refusal: { code: "document.version_exists" } },
    });
    const asked = await fetch(`${meeting.server.address}/uploads/${first.versionId}`, {
      headers: {
        ...(await headersOf(meeting, meeting.people.secretary)),
        "X-Meeting": meeting.meetingId,
      },
    });
    expect(await asked.json()).toEqual(first.body);
  });

  test("that was refused cannot be attached", async () => {
    const { versionId } = await meeting.upload(truncatedPdf());
    await expect(
      meeting.must(meeting.people.secretary, {
        type: "document.attach",
        meetingId: meeting.meetingId,
        itemId: meeting.items.open,
        documentId: DocumentId.parse(randomUUID()),
        versionId,
        kind: "report",
        title: { vi: "Hỏng", en: "" },
        grade: null,
      }),
    ).rejects.toThrow("document.version_not_ready");
  });

  test.each(["..", "a/../b.pdf", "C:\\papers\\paper.pdf", "\u202Efdp.pdf"])(
    "named %j keeps a plain name",
    async (fileName) => {
      const { status, body } = await meeting.upload(pdf({ pages: [fileName.length.toString()] }), {
        fileName,
      });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/[\\/]{1,2}(papers|b)|\u202E/);
    },
  );

  test("that is cut in the middle is rejected as interrupted", async () => {
    const versionId = VersionId.parse(randomUUID());
    await cutInTheMiddle(versionId);
    await expect
      .poll(async () => {
        const [row] = await meeting.server.database.sql`
          select state, rejected_for from document_version where version_id = ${versionId}`;
        return row;
      }, patient)
      .toEqual({ state: "rejected", rejected_for: "document.upload_interrupted" });
  });
});

/** How long a busy machine may take until a row says what happened. */
const patient = { timeout: 15_000 };

async function gradedUpload(bytes: Uint8Array) {
  const view = await meeting.server.cabinet.read.meetingView(
    meeting.meetingId,
    meeting.people.secretary,
  );
  const gradeCode = view?.shared.office?.grades[0]?.code ?? "";
  return { gradeCode, body: await meeting.upload(bytes, { grade: gradeCode }) };
}

async function putRequest(versionId: VersionId, headers: Record<string, string>) {
  return request(`${meeting.server.address}/uploads/${versionId}`, {
    method: "PUT",
    // A connection of its own: the server may close a kept one in the moment in which it is taken again.
    agent: false,
    headers: {
      ...(await headersOf(meeting, meeting.people.secretary)),
      "X-Meeting": meeting.meetingId,
      "X-File-Name": "paper.pdf",
      ...headers,
    },
  });
}

async function sendUnannounced(bytes: number): Promise<{ status: number; body: unknown }> {
  const put = await putRequest(VersionId.parse(randomUUID()), { "Transfer-Encoding": "chunked" });
  return new Promise((resolve, reject) => {
    put.on("error", reject);
    put.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }),
      );
    });
    const chunk = Buffer.alloc(65_536, 1);
    for (let sent = 0; sent < bytes; sent += chunk.length) put.write(chunk);
    put.end();
  });
}

async function cutInTheMiddle(versionId: VersionId): Promise<void> {
  const put = await putRequest(versionId, { "Content-Length": "100000" });
  put.on("error", () => undefined);
  put.write(Buffer.alloc(1_000, 1));
  await expect
    .poll(async () => {
      const [row] = await meeting.server.database.sql`
        select state from document_version where version_id = ${versionId}`;
      return row?.state;
    }, patient)
    .toBe("uploading");
  put.destroy();
}
