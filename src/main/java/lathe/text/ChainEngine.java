package lathe.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lathe.text.encode.Ints;
import lathe.text.encode.chain.Chain;
import lathe.text.encode.chain.Encoded;
import lathe.text.encode.chain.TokenTable;

/** Lathe's own encoder. */
record ChainEngine(Chain chain, TokenTable table) implements TokenizerEngine {
    @Override
    public void encode(String text, boolean addSpecialTokens, Ints ids) {
        chain.encode(text, addSpecialTokens, ids);
    }

    @Override
    public List<int[]> encodeAll(List<String> texts) {
        return texts.stream().map(this::ids).toList();
    }

    private int[] ids(String text) {
        Ints ids = new Ints(text.length() / 2);
        chain.encode(text, false, ids);
        return ids.toArray();
    }

    @Override
    public List<Token> tokens(String text) {
        Encoded encoded = chain.encode(text, false);
        List<Token> tokens = new ArrayList<>(encoded.size());
        for (int i = 0; i < encoded.size(); i++) {
            int id = encoded.ids().get(i);
            String piece = Objects.requireNonNullElse(table.piece(id), "");
            tokens.add(new Token(id, piece, encoded.start(i), encoded.end(i)));
        }
        return tokens;
    }

    @Override
    public String decode(int[] ids, boolean skipSpecialTokens) {
        return chain.decode(ids, skipSpecialTokens);
    }

    @Override
    public void close() {
        // There is nothing but memory.
    }
}
