/** Papers over the wire: who may bring them, who gets them, and how their bytes travel. */
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DocumentId, MeetingId, type PersonId, VersionId } from "../../domain/ids";
import { headersOf, openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf, pdfWithJavaScript, truncatedPdf } from "../support/pdf";

let meeting: PaperMeeting;
let openVersion: VersionId;
let closedVersion: VersionId;
const openBytes = pdf({ pages: ["Tờ trình".normalize("NFD").replace(/[^ -~]/g, ""), "Hai"] });

beforeAll(async () => {
  meeting = await openPaperMeeting({ MAX_DOCUMENT_MB: "1" });
  const { items } = meeting;
  openVersion = (await meeting.addPaper(items.open, openBytes, "Tờ trình")).versionId;
  closedVersion = (await meeting.addPaper(items.closed, pdf({ pages: ["closed"] }), "Báo cáo kín"))
    .versionId;
  await meeting.publish();
}, 120_000);
afterAll(() => meeting.stop());

async function get(
  versionId: string,
  by: PersonId | null,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Response> {
  const cookie = by === null ? {} : { Cookie: await meeting.cookieOf(by) };
  return fetch(`${meeting.server.address}/documents/${versionId}`, {
    method,
    headers: { Accept: "application/pdf", ...cookie, ...headers },
  });
}

describe("the bytes of a paper", () => {
  test("come whole, exactly, with headers that keep them inert and private", async () => {
    const response = await get(openVersion, meeting.people.member);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(openBytes);
    const { headers } = response;
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-length")).toBe(String(openBytes.length));
    expect(headers.get("content-encoding")).toBeNull();
    expect(headers.get("accept-ranges")).toBe("bytes");
    expect(headers.get("etag")).toMatch(/^"[0-9a-f]{64}"$/);
    expect(headers.get("cache-control")).toBe("private, no-cache, no-transform");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(headers.get("content-disposition")).toBe(
      "inline; filename=\"To trinh.pdf\"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh.pdf",
    );
  });

  test("come in parts, exactly", async () => {
    const { member } = meeting.people;
    const response = await get(openVersion, member, { Range: "bytes=10-19" });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(`bytes 10-19/${openBytes.length}`);
    expect(response.headers.get("content-length")).toBe("10");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(openBytes.subarray(10, 20));
    const tail = await get(openVersion, member, { Range: "bytes=-5" });
    expect(Buffer.from(await tail.arrayBuffer())).toEqual(openBytes.subarray(-5));
  });

  test("a part behind the end is refused with the length", async () => {
    const response = await get(openVersion, meeting.people.member, { Range: "bytes=999999-" });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe(`bytes */${openBytes.length}`);
  });

  test("a part of other bytes (If-Range) is answered with the whole", async () => {
    const { member } = meeting.people;
    const range = { Range: "bytes=0-3" };
    const etag = (await get(openVersion, member)).headers.get("etag") ?? "";
    expect((await get(openVersion, member, { ...range, "If-Range": etag })).status).toBe(206);
    expect((await get(openVersion, member, { ...range, "If-Range": '"other"' })).status).toBe(200);
  });

  test("unchanged bytes are not sent again, and HEAD sends none", async () => {
    const { member } = meeting.people;
    const etag = (await get(openVersion, member)).headers.get("etag") ?? "";
    const again = await get(openVersion, member, { "If-None-Match": etag });
    expect(again.status).toBe(304);
    const head = await get(openVersion, member, {}, "HEAD");
    expect(head.status).toBe(200);
    expect(head.headers.get("content-length")).toBe(String(openBytes.length));
  });

  test("the sizes of its pages are known before the bytes", async () => {
    const response = await get(`${openVersion}/pages`, meeting.people.member);
    expect(await response.json()).toEqual({ pageRuns: [{ pages: 2, width: 595, height: 842 }] });
  });
});

describe("who gets a paper", () => {
  test.each([
    ["open", "chair", 200],
    ["open", "member", 200],
    ["open", "secretary", 200],
    ["open", "rapporteur", 200],
    ["open", "stranger", 404],
    ["closed", "member", 200],
    ["closed", "secretary", 200],
    ["closed", "rapporteur", 404],
    ["closed", "stranger", 404],
  ] as const)("the paper of the %s item: %s gets %i", async (item, who, status) => {
    const versionId = item === "open" ? openVersion : closedVersion;
    for (const path of ["", "/pages"]) {
      expect((await get(`${versionId}${path}`, meeting.people[who])).status).toBe(status);
    }
    const part = await get(versionId, meeting.people[who], { Range: "bytes=0-9" });
    expect(part.status).toBe(status === 200 ? 206 : 404);
  });

  test("what is not there and what is not yours are the same answer, to the last byte", async () => {
    const { rapporteur } = meeting.people;
    const notYours = await get(closedVersion, rapporteur);
    const notThere = await get(randomUUID(), rapporteur);
    const lasting = ({ headers }: Response) =>
      [...headers].filter(([name]) => !["date", "x-request-id"].includes(name));
    expect(notYours.status).toBe(notThere.status);
    const nonceless = (entries: [string, string][]) =>
      entries.map(([name, value]) => [name, value.replace(/nonce-[\w-]+/g, "nonce")]);
    expect(nonceless(lasting(notYours))).toEqual(nonceless(lasting(notThere)));
    expect(await notYours.text()).toBe(await notThere.text());
  });

  test("nobody gets anything without a session", async () => {
    expect((await get(openVersion, null)).status).toBe(401);
  });

  test("a paper that is not published yet is the office's alone", async () => {
    const { versionId } = await meeting.addPaper(
      meeting.items.open,
      pdf({ pages: ["not yet"] }),
      "Chưa phát hành",
    );
    expect((await get(versionId, meeting.people.secretary)).status).toBe(200);
    expect((await get(versionId, meeting.people.member)).status).toBe(404);
    await meeting.publish();
    expect((await get(versionId, meeting.people.member)).status).toBe(200);
  });

  test("a right that is lost is lost with the next request", async () => {
    const part = { Range: "bytes=0-9" };
    const paper = await meeting.addPaper(meeting.items.open, pdf({ pages: ["gone"] }), "Rút");
    await meeting.publish();
    expect((await get(paper.versionId, meeting.people.member, part)).status).toBe(206);
    await meeting.must(meeting.people.secretary, {
      type: "document.remove",
      meetingId: meeting.meetingId,
      documentId: paper.documentId,
    });
    await meeting.publish();
    expect((await get(paper.versionId, meeting.people.member, part)).status).toBe(404);
  });

  test("an earlier version stays readable beside the newer one", async () => {
    const first = await meeting.addPaper(meeting.items.open, pdf({ pages: ["v1"] }), "Hai bản");
    const { versionId } = await meeting.upload(pdf({ pages: ["v2"] }));
    await meeting.must(meeting.people.secretary, {
      type: "document.attach",
      meetingId: meeting.meetingId,
      itemId: meeting.items.open,
      documentId: first.documentId,
      versionId,
      kind: "submission",
      title: { vi: "Hai bản", en: "" },
      grade: null,
    });
    await meeting.publish();
    expect((await get(first.versionId, meeting.people.member)).status).toBe(200);
    expect((await get(versionId, meeting.people.member)).status).toBe(200);
  });
});

describe("an upload", () => {
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
    const { body } = await meeting.upload(openBytes);
    expect(body).toMatchObject({ ok: true, sameAs: [openVersion] });
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
