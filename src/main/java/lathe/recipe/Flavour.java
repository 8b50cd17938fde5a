package lathe.recipe;

/** Whose definition of a rule is computed, where tools differ. */
public enum Flavour {
    /** The definition that this documentation gives: right for every script. */
    LATHE,
    /** data-juicer, mistakes included. */
    DATA_JUICER,
    /** datatrove. */
    DATATROVE,
    /** The paper on Gopher, as RedPajama-Data v2 computes it. */
    GOPHER,
    /** The paper on C4, as datatrove computes it. */
    C4,
    /** FineWeb and FineWeb-2, as datatrove computes them. */
    FINEWEB,
    /** Dolma. */
    DOLMA
}
