package lathe.recipe;

/** A conversion of Chinese characters, as OpenCC calls it. */
public enum ChineseConversion {
    /** Traditional to simplified. */
    T2S,
    /** Simplified to traditional. */
    S2T,
    /** Simplified to the characters of Taiwan. */
    S2TW,
    /** The characters of Taiwan to simplified. */
    TW2S,
    /** Simplified to the characters of Hong Kong. */
    S2HK,
    /** The characters of Hong Kong to simplified. */
    HK2S,
    /** Simplified to the characters and words of Taiwan. */
    S2TWP,
    /** The characters and words of Taiwan to simplified. */
    TW2SP
}
