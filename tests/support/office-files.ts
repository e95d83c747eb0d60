/** Office files written by hand: the least that each kind must hold, with the given words. */
import { zip } from "./zip";

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const openXml = "http://schemas.openxmlformats.org";
const relation = `${openXml}/officeDocument/2006/relationships`;
const ofPackage = `${openXml}/package/2006`;

type Part = { name: string; type: string; content: string };
type Relation = { type: string; target: string; external?: boolean };

function relations(of: readonly Relation[]): string {
  const each = of.map(
    ({ type, target, external = false }, index) =>
      `<Relationship Id="r${index + 1}" Type="${relation}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `${xml}<Relationships xmlns="${ofPackage}/relationships">${each.join("")}</Relationships>`;
}

function openXmlFile(
  parts: readonly [Part, ...Part[]],
  more: Readonly<Record<string, string>>,
): Buffer {
  const types = parts.map(
    ({ name, type }) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return zip({
    "[Content_Types].xml": `${xml}<Types xmlns="${ofPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    "_rels/.rels": relations([{ type: "officeDocument", target: parts[0].name }]),
    ...Object.fromEntries(parts.map(({ name, content }) => [name, `${xml}${content}`])),
    ...more,
  });
}

/** Set in Times New Roman, as official papers are; `picture` is one that lies elsewhere and is only linked. */
export function docx(
  paragraphs: readonly string[],
  { picture }: { picture?: string } = {},
): Buffer {
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>';
  const body = paragraphs.map(
    (text) =>
      `<w:p><w:r><w:rPr>${fonts}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
  );
  const linked = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${openXml}/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="linked"/><a:graphic xmlns:a="${openXml}/drawingml/2006/main"><a:graphicData uri="${openXml}/drawingml/2006/picture"><pic:pic xmlns:pic="${openXml}/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="linked"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="r1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const content = `<w:document xmlns:w="${openXml}/wordprocessingml/2006/main" xmlns:r="${relation}"><w:body>${body.join("")}${picture === undefined ? "" : linked}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`;
  return openXmlFile(
    [{ name: "word/document.xml", type: "wordprocessingml.document.main", content }],
    picture === undefined
      ? {}
      : {
          "word/_rels/document.xml.rels": relations([
            { type: "image", target: picture, external: true },
          ]),
        },
  );
}

export function xlsx(rows: readonly (readonly string[])[]): Buffer {
  const cells = (row: readonly string[]) =>
    row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");
  const main = `${openXml}/spreadsheetml/2006/main`;
  return openXmlFile(
    [
      {
        name: "xl/workbook.xml",
        type: "spreadsheetml.sheet.main",
        content: `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Bảng 1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      },
      {
        name: "xl/worksheets/sheet1.xml",
        type: "spreadsheetml.worksheet",
        content: `<worksheet xmlns="${main}"><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join("")}</sheetData></worksheet>`,
      },
    ],
    {
      "xl/_rels/workbook.xml.rels": relations([
        { type: "worksheet", target: "worksheets/sheet1.xml" },
      ]),
    },
  );
}

export function pptx(text: string): Buffer {
  const spaces = `xmlns:p="${openXml}/presentationml/2006/main" xmlns:a="${openXml}/drawingml/2006/main" xmlns:r="${relation}"`;
  const group =
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
  const box = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="words"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="600000"/><a:ext cx="7000000" cy="1500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="vi-VN" sz="2400"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  return openXmlFile(
    [
      {
        name: "ppt/presentation.xml",
        type: "presentationml.presentation.main",
        content: `<p:presentation ${spaces}><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
      },
      {
        name: "ppt/slides/slide1.xml",
        type: "presentationml.slide",
        content: `<p:sld ${spaces}><p:cSld><p:spTree>${group}${box}</p:spTree></p:cSld></p:sld>`,
      },
    ],
    {
      "ppt/_rels/presentation.xml.rels": relations([
        { type: "slide", target: "slides/slide1.xml" },
      ]),
    },
  );
}

/** `whenOpened`: Basic that is bound to the opening of the document, as malicious papers have it. */
export function odt(paragraph: string, { whenOpened }: { whenOpened?: string } = {}): Buffer {
  const oasis = "urn:oasis:names:tc:opendocument:xmlns";
  const spaces = `xmlns:office="${oasis}:office:1.0" xmlns:text="${oasis}:text:1.0" xmlns:script="${oasis}:script:1.0" xmlns:manifest="${oasis}:manifest:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:library="http://openoffice.org/2000/library"`;
  const bound =
    '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document" xlink:type="simple"/></office:event-listeners></office:scripts>';
  const entry = (name: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="${type}"/>`;
  const library = (name: string, element: string) =>
    `${xml}<library:library ${spaces} library:name="${name}" library:readonly="false" library:passwordprotected="false">${element}</library:library>`;
  const basic: Record<string, string> =
    whenOpened === undefined
      ? {}
      : {
          "Basic/script-lc.xml": `${xml}<library:libraries ${spaces}><library:library library:name="Standard" library:link="false"/></library:libraries>`,
          "Basic/Standard/script-lb.xml": library(
            "Standard",
            '<library:element library:name="Module1"/>',
          ),
          "Basic/Standard/Module1.xml": `${xml}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">Sub Main\n${whenOpened}\nEnd Sub</script:module>`,
        };
  return zip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `${xml}<office:document-content ${spaces} office:version="1.2">${whenOpened === undefined ? "" : bound}<office:body><office:text><text:p>${paragraph}</text:p></office:text></office:body></office:document-content>`,
    ...basic,
    "META-INF/manifest.xml": `${xml}<manifest:manifest ${spaces} manifest:version="1.2">${entry("/", "application/vnd.oasis.opendocument.text")}${["content.xml", ...Object.keys(basic)].map((name) => entry(name, "text/xml")).join("")}</manifest:manifest>`,
  });
}
