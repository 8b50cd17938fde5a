package lathe.text.encode;

/** Changes a text before it is cut. Immutable, safe for several threads. */
public interface Normalizer {
    void normalize(Aligned text);
}
