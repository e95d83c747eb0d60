/** The same keys as the Vietnamese file, with any sentence: what every English file must satisfy. */
export type Shape<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Shape<Messages[Key]>;
};
