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
        int first = 0;
        while (first < size && !isHan(Character.codePointAt(chars, first, size))) {
            first++;
        }
        if (first == size) {
            return;
        }
        text.rewrite();
        for (int at = 0; at < size; ) {
            int c = Character.codePointAt(chars, at, size);
            if (isHan(c)) {
                text.put(' ', 0);
                text.put(c, 1);
                text.put(' ', 1);
            } else {
                text.put(c, 0);
            }
            at += Character.charCount(c);
        }
        text.finish();
    }

    private static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
