import { Link } from "@remix-run/react";
import { Loader, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { classes } from "./classes";

type Variant = "primary" | "outlined" | "neutral" | "quiet" | "danger";
/** 40 for dense desks (44 under a finger), 48 by default, 64 for the one act that matters. */
type Size = "40" | "48" | "64";

type Look = {
  variant?: Variant | undefined;
  size?: Size | undefined;
  /** as wide as its place */
  wide?: boolean | undefined;
};

const variants: Record<Variant, string> = {
  primary:
    "solid bg-primary text-on-solid border-transparent hover:bg-primary-hover data-pressed:bg-primary-hover",
  outlined:
    "bg-surface text-primary border-primary hover:bg-primary-soft data-pressed:bg-primary-soft",
  neutral: "bg-surface text-ink border-border-strong hover:bg-surface-2 data-pressed:bg-surface-2",
  quiet:
    "bg-transparent text-primary border-transparent hover:bg-primary-soft data-pressed:bg-primary-soft",
  danger: "bg-surface text-danger border-danger hover:bg-danger-soft data-pressed:bg-danger-soft",
};

const sizes: Record<Size, string> = {
  "40": "min-h-10 pointer-coarse:min-h-11 px-3 text-label rounded-2",
  "48": "min-h-12 px-4 text-label rounded-2",
  "64": "min-h-16 px-6 text-h2 rounded-2",
};

function lookOf({ variant = "outlined", size = "48", wide = false }: Look): string {
  return classes(
    "inline-flex items-center justify-center gap-2 border-[length:max(1.5px,var(--line))] font-[600]",
    "transition-colors duration-120 select-none no-underline text-center py-1",
    "disabled:border-border disabled:bg-surface-2 disabled:text-subtle disabled:cursor-default",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}

type ButtonProps = Look &
  Pick<AriaButtonProps, "onPress" | "isDisabled" | "isPending" | "autoFocus" | "slot" | "id"> & {
    children: ReactNode;
    icon?: LucideIcon | undefined;
    trailingIcon?: LucideIcon | undefined;
    type?: "button" | "submit" | "reset" | undefined;
    name?: string | undefined;
    value?: string | undefined;
    form?: string | undefined;
    /** the full name where the visible words are short: "Điểm danh Nghiêm Việt Trụ" */
    label?: string | undefined;
    /** id of the sentence that says why it cannot be pressed, or what it does */
    describedBy?: string | undefined;
    /** for those who hover, where its words may be hidden */
    hint?: string | undefined;
  };

export function Button(props: ButtonProps) {
  const {
    children,
    icon: Icon,
    trailingIcon: Trailing,
    variant,
    size,
    wide,
    label,
    describedBy,
    hint,
    ...rest
  } = props;
  return (
    <AriaButton
      {...definedOnly(rest)}
      data-hint={hint}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
      className={lookOf({ variant, size, wide })}
    >
      {rest.isPending ? (
        <Loader aria-hidden className="turns size-5 shrink-0" />
      ) : (
        Icon && <Icon aria-hidden className={iconSize(size)} />
      )}
      <span>{children}</span>
      {Trailing && <Trailing aria-hidden className="size-5 shrink-0" />}
    </AriaButton>
  );
}

/** A place to go that looks like a button. */
export function ButtonLink(
  props: Look & {
    to: string;
    icon?: LucideIcon | undefined;
    children: ReactNode;
    label?: string | undefined;
    reloadDocument?: boolean | undefined;
    /** shows only its picture where a bar is narrow; its words stay its name */
    folds?: boolean | undefined;
  },
) {
  const { to, icon: Icon, children, label, reloadDocument, folds = false, ...look } = props;
  return (
    <Link
      to={to}
      className={lookOf(look)}
      {...(label === undefined ? {} : { "aria-label": label })}
      reloadDocument={reloadDocument ?? false}
    >
      {Icon && <Icon aria-hidden className={iconSize(look.size)} />}
      <span className={folds ? "max-lg:sr-only" : ""}>{children}</span>
    </Link>
  );
}

/** A button of one picture; its words are its name and its hint. */
export function IconButton(
  props: Pick<AriaButtonProps, "onPress" | "isDisabled" | "slot"> & {
    icon: LucideIcon;
    label: string;
    /** 40 only in dense rows of a desk */
    size?: "40" | "44" | "48";
    outlined?: boolean;
    pressed?: boolean;
    type?: "button" | "submit";
    name?: string;
    value?: string;
  },
) {
  const { icon: Icon, label, size = "44", outlined = false, pressed, ...rest } = props;
  const box = { "40": "size-10 pointer-coarse:size-11", "44": "size-11", "48": "size-12" }[size];
  return (
    <AriaButton
      {...definedOnly(rest)}
      aria-label={label}
      data-hint={label}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      className={classes(
        "inline-grid shrink-0 place-items-center rounded-2 text-muted hover:bg-surface-2 data-pressed:bg-surface-2",
        "disabled:text-subtle disabled:opacity-50 disabled:hover:bg-transparent",
        box,
        outlined && "border border-border-strong bg-surface text-ink",
        pressed === true && "bg-primary-soft text-on-primary-soft",
      )}
    >
      <Icon aria-hidden className="size-5" />
    </AriaButton>
  );
}

/** A place to go, of one picture; its words are its name and its hint. */
export function IconLink({
  to,
  icon: Icon,
  label,
}: {
  to: string;
  icon: LucideIcon;
  label: string;
}) {
  return (
    <Link
      to={to}
      aria-label={label}
      title={label}
      className="inline-grid size-11 shrink-0 place-items-center rounded-2 text-muted hover:bg-surface-2"
    >
      <Icon aria-hidden className="size-5" />
    </Link>
  );
}

function iconSize(size: Size | undefined): string {
  return size === "64" ? "size-6 shrink-0" : "size-5 shrink-0";
}

/** The library distinguishes an absent property from an undefined one. */
function definedOnly<Props extends object>(
  props: Props,
): { [Key in keyof Props]: Exclude<Props[Key], undefined> };
function definedOnly(props: object): object {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}

/** A pressable place that brings its own look (a seat, a chip). At least 44 px: its owner sees to that. */
export function PlainButton(
  props: Pick<AriaButtonProps, "onPress" | "isDisabled" | "slot" | "id"> & {
    children: ReactNode;
    label?: string | undefined;
    className: string;
    pressed?: boolean | undefined;
    current?: boolean | undefined;
    describedBy?: string | undefined;
    hint?: string | undefined;
  },
) {
  const { children, label, className, pressed, current, describedBy, hint, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      data-hint={hint}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(current === true ? { "aria-current": "true" } : {})}
      {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
      className={className}
    >
      {children}
    </AriaButton>
  );
}
