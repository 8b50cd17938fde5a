package lathe.text.encode;

/** Turns a piece of text into tokens of a vocabulary. Immutable, safe for several threads; a session is not. */
public interface Model {

    /** What one thread needs to encode: room to work in, pieces that it has seen. */
    interface Session {
        /** Adds the tokens of a range of a text. */
        void encode(char[] text, int start, int end, Tokens tokens);
    }

    /** A new session. */
    Session session();

    /** The id of a piece as the vocabulary writes it, or -1. */
    int id(String piece);

    /** How the vocabulary writes a token; null where there is none. */
    @org.jspecify.annotations.Nullable
    String piece(int id);

    /** Number of pieces. */
    int size();

    /** Id of the token for what the vocabulary lacks, or -1. */
    int unknown();
}
