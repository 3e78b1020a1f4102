export declare const root: string;
export declare const stamp: string;
export declare function markCompiled(file?: string, folder?: string): void;
export declare function changedSince(file: string, folder?: string): string | null;
