import type { Plugin } from 'vite';

export function messagesAsText(messages: Readonly<Record<string, Readonly<Record<string, string>>>>): Plugin;
