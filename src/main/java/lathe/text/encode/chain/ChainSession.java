package lathe.text.encode.chain;

import java.util.Objects;
import lathe.text.encode.Aligned;
import lathe.text.encode.Ints;
import lathe.text.encode.Model;
import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;
import lathe.text.encode.Tokens;
import org.jspecify.annotations.Nullable;

/** What one thread needs to encode. */
final class ChainSession {
    private final Chain chain;
    private final Model.Session model;
    private final Aligned normalized = new Aligned();
    private final Aligned part = new Aligned();
    private char[] text = new char[4096];

    ChainSession(Chain chain) {
        this.chain = chain;
        model = chain.model.session();
    }

    void encode(String string, Ints ids) {
        run(string, new Run(ids, null));
    }

    Encoded encode(String string) {
        Encoded encoded = Encoded.empty();
        run(string, new Run(encoded.ids(), encoded));
        return encoded;
    }

    private void run(String string, Run run) {
        int size = string.length();
        if (text.length < size) {
            text = new char[Math.max(size, 2 * text.length)];
        }
        string.getChars(0, size, text, 0);
        if (chain.rawTokens.isEmpty()) {
            run.plain(0, size);
        } else {
            chain.rawTokens.find(text, size, run);
        }
    }

    /** One text's way. */
    private final class Run implements AddedMatcher.Parts {
        private final @Nullable Encoded encoded;
        private final Tokens tokens;

        Run(Ints ids, @Nullable Encoded encoded) {
            this.encoded = encoded;
            tokens = new Tokens(ids, encoded != null);
        }

        @Override
        public void added(AddedToken token, int start, int end) {
            tokens.ids().add(token.id());
            if (encoded != null) {
                span(start, end, new String(text, start, end - start));
            }
        }

        private void span(int start, int end, String written) {
            Encoded all = Objects.requireNonNull(encoded);
            all.spans().add(start);
            all.spans().add(end);
            chain.postProcessor.trim(all, all.spans().size() / 2 - 1, written, text);
        }

        @Override
        public void plain(int start, int end) {
            normalized.load(text, start, end, tokens.spansWanted() || chain.tracksAlways);
            if (chain.normalizer != null) {
                chain.normalizer.normalize(normalized);
            }
            if (normalized.size() == 0) {
                return;
            }
            if (chain.normalizedTokens.isEmpty()) {
                cut(normalized);
            } else {
                chain.normalizedTokens.find(normalized.chars(), normalized.size(), new NormalizedParts());
            }
        }

        private void cut(Aligned whole) {
            Pieces pieces = new Pieces(whole);
            pieces.whole(0, whole.size());
            for (PreTokenizer cut : chain.cuts) {
                cut.cut(pieces);
            }
            for (int i = 0; i < pieces.count(); i++) {
                model.encode(whole.chars(), pieces.start(i), pieces.end(i), tokens);
            }
            if (encoded != null) {
                spans(whole);
            }
        }

        /** Finds the original places of the tokens that the model has added. */
        private void spans(Aligned whole) {
            Ints places = tokens.spans();
            int first = tokens.ids().size() - places.size() / 2;
            for (int i = 0; i < places.size() / 2; i++) {
                int id = tokens.ids().get(first + i);
                int from = places.get(2 * i);
                int to = places.get(2 * i + 1);
                String piece = chain.table.writesUnknown(id) ? null : chain.model.piece(id);
                span(
                        whole.from(from),
                        to > from ? whole.to(to - 1) : whole.from(from),
                        piece == null ? new String(whole.chars(), from, to - from) : piece);
            }
            places.clear();
        }

        /** The parts of a normalized text. */
        private final class NormalizedParts implements AddedMatcher.Parts {
            @Override
            public void added(AddedToken token, int start, int end) {
                tokens.ids().add(token.id());
                if (encoded != null) {
                    span(
                            normalized.from(start),
                            normalized.to(end - 1),
                            new String(normalized.chars(), start, end - start));
                }
            }

            @Override
            public void plain(int start, int end) {
                part.loadPart(normalized, start, end);
                cut(part);
            }
        }
    }
}
