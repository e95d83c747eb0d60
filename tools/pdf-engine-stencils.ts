/**
 * Lets the PDF engine's parsing thread ask us for pictures of very wide stencils (`app/reader/wide-masks.ts`): its own
 * way takes twelve bytes for each bit. The one place is changed in its finished script when we are built; a version of
 * the engine in which it reads otherwise stops the build. Development serves the script unchanged.
 */
import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

const script = /pdfjs-dist\/legacy\/build\/pdf\.worker\.min\.mjs$/;

/** Within `createMask`: the picture, its width and height, whether set bits are drawn. */
const own =
  /if\((ImageResizer\.needsToBeResized\((\w+),(\w+)\))\)\{const (\w+)=new Uint8ClampedArray\(\2\*\3\*4\);convertBlackAndWhiteToRGBA\(\{src:(\w+),dest:\4,width:\2,height:\3,nonBlackColor:0,inverseDecode:(\w+)\}\);return ImageResizer\.createImage\(\{kind:\w+,data:\4,width:\2,height:\3,interpolate:(\w+)\}\)\}/g;
const ours =
  "if($1)return self.pictureOfStencil({bits:$5,width:$2,height:$3,drawsSet:$6},ImageResizer.MAX_AREA,$7);";

export function pdfEngineStencils(): Plugin {
  return {
    name: "pdf-engine-stencils",
    enforce: "pre",
    apply: "build",

    async load(id) {
      const [file = "", query] = id.split("?");
      if (query !== "url" || !script.test(file)) return null;
      const source = await readFile(file, "utf8");
      if ([...source.matchAll(own)].length !== 1) {
        throw new Error("The PDF engine makes its stencils in another way than we know.");
      }
      const name = this.emitFile({
        type: "asset",
        name: "pdf.worker.min.mjs",
        source: source.replace(own, ours),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${name};`;
    },
  };
}
