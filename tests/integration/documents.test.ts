/** Papers over the wire: who gets them, and how their bytes travel. */
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { VersionText } from "../../domain/documents";
import type { PersonId, VersionId } from "../../domain/ids";
import { findActiveContent } from "../../server/documents/active-content";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf, pdfWithJavaScript } from "../support/pdf";

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

/** Takes what is made of papers away, once nothing is being drawn that would lose its ground. */
async function loseReadings(): Promise<void> {
  await vi.waitFor(
    async () => {
      const undrawn = await meeting.server.database.sql`
        select version_id from document_version as version
        where state = 'ready' and pages >= (
          select count(*) from page_picture where page_picture.sha256 = version.sha256
            and (kind = 'thumbnail' or page = 1))`;
      expect(undrawn).toHaveLength(0);
    },
    { timeout: 30_000 },
  );
  await rm(path.join(meeting.dataDir, "readings"), { recursive: true });
}

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

/** The bytes as they are served for reading. */
let servedBytes: Buffer;

describe("the bytes of a paper", () => {
  beforeAll(async () => {
    const response = await get(openVersion, meeting.people.member);
    servedBytes = Buffer.from(await response.arrayBuffer());
  });

  test("come whole, exactly, with headers that keep them inert and private", async () => {
    const response = await get(openVersion, meeting.people.member);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(servedBytes);
    const { headers } = response;
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-length")).toBe(String(servedBytes.length));
    expect(headers.get("content-encoding")).toBeNull();
    expect(headers.get("accept-ranges")).toBe("bytes");
    expect(headers.get("etag")).toMatch(/^"[0-9a-f]{64}"$/);
    expect(headers.get("cache-control")).toBe("private, no-store, no-transform");
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
    expect(response.headers.get("content-range")).toBe(`bytes 10-19/${servedBytes.length}`);
    expect(response.headers.get("content-length")).toBe("10");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(servedBytes.subarray(10, 20));
    const tail = await get(openVersion, member, { Range: "bytes=-5" });
    expect(Buffer.from(await tail.arrayBuffer())).toEqual(servedBytes.subarray(-5));
  });

  test("a part behind the end is refused with the length", async () => {
    const response = await get(openVersion, meeting.people.member, { Range: "bytes=999999-" });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe(`bytes */${servedBytes.length}`);
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
    expect(head.headers.get("content-length")).toBe(String(servedBytes.length));
  });

  test("the sizes of its pages are known before the bytes", async () => {
    const response = await get(`${openVersion}/pages`, meeting.people.member);
    expect(await response.json()).toEqual({ pageRuns: [{ pages: 2, width: 595, height: 842 }] });
  });
});

describe("the file as it was uploaded", () => {
  test("comes byte for byte, whole and in parts, to be kept", async () => {
    const { member } = meeting.people;
    const response = await get(`${openVersion}?original`, member);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(openBytes);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
    const part = await get(`${openVersion}?original`, member, { Range: "bytes=10-19" });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(openBytes.subarray(10, 20));
    expect((await get(`${openVersion}?original`, meeting.people.stranger)).status).toBe(404);
  });

  test("DO9 is the office's alone when something in it acts; what is read has nothing of it", async () => {
    const acting = pdfWithJavaScript();
    const { versionId } = await meeting.addPaper(meeting.items.open, acting, "Có kịch bản");
    await meeting.publish();
    const { member, secretary } = meeting.people;
    expect((await get(`${versionId}?original`, member)).status).toBe(403);
    const original = await get(`${versionId}?original`, secretary);
    expect(Buffer.from(await original.arrayBuffer())).toEqual(acting);
    const read = await get(versionId, member);
    expect(read.headers.get("x-active-content")).toBe("javascript, open_action");
    expect(findActiveContent(Buffer.from(await read.arrayBuffer()))).toEqual([]);
  });
});

describe("the text of a paper", () => {
  test("comes with the places of its words, compressed, and is not sent twice", async () => {
    const { member } = meeting.people;
    const response = await get(`${openVersion}/text`, member);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("cache-control")).toBe("private, no-store, no-transform");
    const outline = await get(`${openVersion}/outline`, member);
    expect(await outline.json()).toEqual({ outline: [], links: [], labels: null });
    const text = VersionText.parse(await response.json());
    expect(text.reliability).toBe("reliable");
    expect(text.pages.map((page) => page.text)).toEqual(["To trinh", "Hai"]);
    const etag = response.headers.get("etag") ?? "";
    const again = await get(`${openVersion}/text`, member, { "If-None-Match": etag });
    expect(again.status).toBe(304);
  });

  test("comes unpacked to who cannot unpack it", async () => {
    const response = await get(`${openVersion}/text`, meeting.people.member, {
      "Accept-Encoding": "identity",
    });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(VersionText.parse(await response.json()).pages).toHaveLength(2);
  });

  test("is made anew when it was lost with the folder it lay in", async () => {
    await loseReadings();
    const response = await get(`${openVersion}/text`, meeting.people.member);
    expect(VersionText.parse(await response.json()).pages).toHaveLength(2);
  });
});

describe("the pictures of its pages", () => {
  const sizeOf = (webp: Buffer) => ({
    // RIFF, its length, WEBP, then a chunk of lossy pixels: width and height 14 bits each
    format: `${webp.toString("latin1", 0, 4)} ${webp.toString("latin1", 8, 16)}`,
    width: webp.readUInt16LE(26) & 0x3fff,
    height: webp.readUInt16LE(28) & 0x3fff,
  });

  test.each([
    ["poster", { width: 1_000, height: 1_415 }],
    ["thumbnail", { width: 164, height: 232 }],
  ])("a %s is WebP of its size, and is not sent twice", async (kind, size) => {
    const { member } = meeting.people;
    for (const page of [1, 2]) {
      const response = await get(`${openVersion}/pages/${page}/${kind}.webp`, member);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("image/webp");
      expect(response.headers.get("cache-control")).toContain("no-store");
      const picture = Buffer.from(await response.arrayBuffer());
      expect(sizeOf(picture)).toEqual({ format: "RIFF WEBPVP8 ", ...size });
      const etag = response.headers.get("etag") ?? "";
      const again = await get(`${openVersion}/pages/${page}/${kind}.webp`, member, {
        "If-None-Match": etag,
      });
      expect(again.status).toBe(304);
    }
  });

  test("pages that are not there have none, nor are there other kinds", async () => {
    for (const wrong of ["3/poster", "0/poster", "1.5/poster", "x/thumbnail", "1/full"]) {
      const response = await get(`${openVersion}/pages/${wrong}.webp`, meeting.people.member);
      expect(response.status).toBe(404);
    }
  });

  test("the first look and all thumbnails are made before anybody asks", async () => {
    const { versionId } = await meeting.addPaper(
      meeting.items.open,
      pdf({ pages: ["a", "b", "c"] }),
      "Ảnh trang",
    );
    await vi.waitFor(
      async () => {
        const made = await meeting.server.database.sql`
          select kind, page from page_picture join document_version using (sha256)
          where version_id = ${versionId} and file_sha256 is not null order by kind, page`;
        expect(made.map(({ kind, page }) => `${kind} ${page}`)).toEqual([
          "poster 1",
          "thumbnail 1",
          "thumbnail 2",
          "thumbnail 3",
        ]);
      },
      { timeout: 15_000 },
    );
  });

  test("are drawn again when they were lost with the folder they lay in", async () => {
    await loseReadings();
    const response = await get(`${openVersion}/pages/1/poster.webp`, meeting.people.member);
    expect(response.status).toBe(200);
  });
});

/** Everything that one version answers. */
const paths = [
  "",
  "/pages",
  "/text",
  "/outline",
  "/pages/1/poster.webp",
  "/pages/1/thumbnail.webp",
];

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
    for (const path of paths) {
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
