package lathe.text;

import java.util.List;
import lathe.text.encode.Ints;

/** What turns text into ids and back, once a tokenizer is open. Safe for several threads. */
interface TokenizerEngine extends AutoCloseable {

    /** Adds the ids of a text. */
    void encode(String text, boolean addSpecialTokens, Ints ids);

    /** The ids of many texts, nothing added around them. */
    List<int[]> encodeAll(List<String> texts);

    /** The tokens of a text with what each of them covers. */
    List<Token> tokens(String text);

    /** The text of ids. */
    String decode(int[] ids, boolean skipSpecialTokens);

    @Override
    void close();
}
