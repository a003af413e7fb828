import type { Page } from '@playwright/test';

export interface Utterance {
  text: string;
  lang: string;
  rate: number;
}

declare global {
  interface Window {
    spoken: Utterance[];
    voices: { lang: string; localService: boolean; name: string }[];
  }
}

/** Gives a browser without voices some: each sentence starts at once and ends when it is cancelled. */
export async function speaks(page: Page, languages: string[]): Promise<void> {
  await page.addInitScript((languages) => {
    window.spoken = [];
    window.voices = languages.map((lang) => ({ lang, localService: true, name: lang }));
    const synthesis = Object.getPrototypeOf(speechSynthesis) as SpeechSynthesis;
    synthesis.getVoices = () => window.voices as unknown as SpeechSynthesisVoice[];
    synthesis.speak = (utterance) => {
      const { text, lang, rate } = utterance;
      window.spoken.push({ text, lang, rate });
      setTimeout(() => utterance.dispatchEvent(new Event('start')));
    };
    synthesis.cancel = () => {};
    // the real one takes none but the browser's own voices
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {}, get: () => null });
  }, languages);
}

/** From now on the voices are a service's. */
export async function deafen(page: Page): Promise<void> {
  await page.evaluate(() => window.voices.forEach((voice) => (voice.localService = false)));
}

export function spoken(page: Page): Promise<Utterance[]> {
  return page.evaluate(() => window.spoken);
}
