/** What the page and the thread that paints say to each other; papers and pictures by numbers of the page's. */

export type ToPainter =
  /** before anything else, if at all: the paper that will be the first one opened, with a line to the thread that parses */
  | { type: "expect"; url: string; line: MessagePort }
  /** once, before papers are opened: a line to the thread that parses */
  | { type: "parser"; line: MessagePort }
  | { type: "open"; paper: number; url: string }
  | {
      type: "paint";
      paper: number;
      picture: number;
      page: number;
      width: number;
      height: number;
      scale: number;
      /** of the screen: it decides how pictures are made larger */
      devicePixelRatio: number;
    }
  | { type: "cancel"; picture: number }
  | { type: "forget"; paper: number; page: number }
  | { type: "close"; paper: number };

export type FromPainter =
  /** once, at first: whether this browser lets a thread paint letters */
  | { type: "ready"; paints: boolean }
  | { type: "opened"; paper: number }
  /** `gone`: the server has no such paper for this person */
  | { type: "unopened"; paper: number; gone: boolean; reason: string }
  | { type: "line"; paper: number; isUp: boolean }
  | { type: "painted"; picture: number; bitmap: ImageBitmap }
  /** `beyond`: the page needs what only a document has */
  | { type: "unpainted"; picture: number; why: "cancelled" | "beyond" | "failed"; reason: string };
