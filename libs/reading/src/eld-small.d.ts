// eld 2.1.0 names the types of this entry where TypeScript does not look.
declare module 'eld/small' {
  export const eld: {
    detect(text: string): { readonly language: string; isReliable(): boolean };
  };
}
