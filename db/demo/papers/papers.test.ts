import { createHash } from "node:crypto";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { demoPapers, paperPlans } from ".";

const texts = ["Lorem", "undefined", "NaN", "[object", "{", "}"];

async function textOf(bytes: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  await document.destroy();
  return pages;
}

describe("demonstration papers", () => {
  it("fill the pages that the demo states for the November session", () => {
    const pages = (item: number) =>
      paperPlans
        .filter((plan) => plan.meeting === "november" && plan.item === item)
        .map((plan) => plan.pages);
    expect(pages(1)).toEqual([64, 28, 46, 3, 12]);
    expect(pages(2)).toEqual([14, 38, 57, 16, 11, 92, 40, 2]);
    expect(pages(3)).toEqual([9, 88, 6, 4, 2]);
    expect(pages(4)).toEqual([18, 120, 75, 22, 140, 352]);
    expect(pages(5)).toEqual([12, 66, 31, 8]);
    expect(pages(6)).toEqual([10, 34, 5]);
    expect(pages(7)).toEqual([4, 6, 52]);
    expect(pages(8)).toEqual([7, 44, 9]);
    expect(new Set(paperPlans.map((plan) => plan.key)).size).toBe(paperPlans.length);
  });

  it("are readable text in NFC, marked on every page, and no two pages are alike", {
    timeout: 120_000,
  }, async () => {
    for await (const paper of demoPapers()) {
      const pages = await textOf(paper.bytes);
      expect(pages.length, paper.key).toBe(paper.pages);
      expect(new Set(pages).size, paper.key).toBe(paper.pages);
      for (const [index, page] of pages.entries()) {
        const where = `${paper.key} page ${index + 1}`;
        expect(page, where).toContain(
          "VĂN BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ / DEMONSTRATION – NO LEGAL EFFECT",
        );
        expect(page.normalize("NFC") === page, where).toBe(true);
        for (const fault of texts) expect(page.includes(fault), `${where}: ${fault}`).toBe(false);
      }
    }
  });

  it("have article 7 with its two alternatives on page 9 of the decree", async () => {
    const plan = paperPlans.find((candidate) => candidate.key === "land-decree");
    if (plan === undefined) throw new Error("no decree");
    const page = (await textOf(await plan.print(plan)))[8];
    expect(page).toContain("Điều 7. Thẩm quyền quyết định chuyển mục đích");
    expect(page).toContain("Phương án 1: Ủy ban nhân dân cấp tỉnh quyết định");
    expect(page).toContain("Phương án 2: Giữ thẩm quyền theo quy định hiện hành");
  });

  it("are the same bytes in every run, whatever was printed before", async () => {
    const hashes = async (...keys: readonly string[]) => {
      const found = new Map<string, string>();
      for (const key of keys) {
        const plan = paperPlans.find((candidate) => candidate.key === key);
        if (plan === undefined) throw new Error(`no paper ${key}`);
        found.set(
          key,
          createHash("sha256")
            .update(await plan.print(plan))
            .digest("hex"),
        );
      }
      return Object.fromEntries(found);
    };
    const keys = ["land-cover", "treaty-text", "wage-options", "province-budget"];
    expect(await hashes(...keys.toReversed())).toEqual(await hashes(...keys));
  });
});
