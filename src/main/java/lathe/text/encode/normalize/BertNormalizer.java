package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;

/** Puts blanks around Chinese characters, in those blocks that BERT took for Chinese. */
final class BertNormalizer implements Normalizer {
    static final Normalizer SPACED_HAN = new BertNormalizer();

    private BertNormalizer() {}

    @Override
    public void normalize(Aligned text) {
        char[] chars = text.chars();
        int size = text.size();
        int run = 0;
        boolean changed = false;
        for (int at = 0; at < size; ) {
            int c = Character.codePointAt(chars, at, size);
            int next = at + Character.charCount(c);
            if (isHan(c)) {
                if (!changed) {
                    text.rewrite();
                    changed = true;
                }
                text.same(run, at);
                text.put(' ', 0);
                text.put(c, 1);
                text.put(' ', 1);
                run = next;
            }
            at = next;
        }
        if (changed) {
            text.same(run, size);
            text.finish();
        }
    }

    private static boolean isHan(int c) {
        return c >= 0x3400
                && ((c >= 0x4E00 && c <= 0x9FFF)
                        || (c >= 0x3400 && c <= 0x4DBF)
                        || (c >= 0x20000 && c <= 0x2A6DF)
                        || (c >= 0x2A700 && c <= 0x2B81F)
                        || (c >= 0x2B920 && c <= 0x2CEAF)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0x2F800 && c <= 0x2FA1F));
    }
}
