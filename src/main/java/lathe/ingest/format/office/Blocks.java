package lathe.ingest.format.office;

/** Text as it grows: blocks stand a blank line apart, the items of a list below each other. */
final class Blocks {
    private final StringBuilder text = new StringBuilder();
    private boolean afterItem;

    /** Adds a block, if it holds any words. */
    void add(String words, boolean isItem) {
        if (!words.isBlank()) {
            text.append(text.isEmpty() ? "" : isItem && afterItem ? "\n" : "\n\n")
                    .append(words);
            afterItem = isItem;
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
