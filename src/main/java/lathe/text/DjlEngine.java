package lathe.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.run.Failure;
import lathe.text.encode.Ints;

/** Hugging Face's library, for files that Lathe's own encoder does not cover. */
record DjlEngine(HuggingFaceTokenizer bound) implements TokenizerEngine {
    static DjlEngine open(Path file) throws Failure, IOException {
        try {
            return new DjlEngine(HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optTruncation(false)
                    .optPadding(false)
                    .build());
        } catch (RuntimeException e) {
            // The native library tells every fault of the file this way.
            throw Failure.badInput(
                    "The tokenizer cannot be read: " + e.getMessage(),
                    file.toString(),
                    "copy the file again from where it came, or train a tokenizer");
        }
    }

    @Override
    public void encode(String text, boolean addSpecialTokens, Ints ids) {
        for (long id : bound.encode(text, addSpecialTokens, false).getIds()) {
            ids.add((int) id);
        }
    }

    @Override
    public List<int[]> encodeAll(List<String> texts) {
        return Arrays.stream(bound.batchEncode(texts, false, false))
                .map(encoding -> Arrays.stream(encoding.getIds())
                        .mapToInt(id -> (int) id)
                        .toArray())
                .toList();
    }

    @Override
    public List<Token> tokens(String text) {
        Encoding encoding = bound.encode(text, false, false);
        int[] charOf = charOffsets(text);
        long[] ids = encoding.getIds();
        String[] pieces = encoding.getTokens();
        CharSpan[] spans = encoding.getCharTokenSpans();
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            int start = span == null ? 0 : charOf[span.getStart()];
            int end = span == null ? 0 : charOf[span.getEnd()];
            tokens.add(new Token((int) ids[i], pieces[i], start, end));
        }
        return tokens;
    }

    /** Char index of each code point: the native library counts code points, Java's strings count chars. */
    private static int[] charOffsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, at = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at = at < text.length() ? text.offsetByCodePoints(at, 1) : at;
        }
        return offsets;
    }

    @Override
    public String decode(int[] ids, boolean skipSpecialTokens) {
        return bound.decode(Arrays.stream(ids).asLongStream().toArray(), skipSpecialTokens);
    }

    @Override
    public void close() {
        bound.close();
    }
}
