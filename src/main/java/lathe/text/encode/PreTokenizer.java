package lathe.text.encode;

/** Cuts a text into the pieces that a model gets one by one. Immutable, safe for several threads. */
public interface PreTokenizer {
    void cut(Pieces pieces);
}
