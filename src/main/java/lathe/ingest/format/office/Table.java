package lathe.ingest.format.office;

/** A table as it grows: a row a line, tabs between its cells, and white space within a cell one space. */
final class Table {
    private final StringBuilder text = new StringBuilder();
    private boolean rowBegins;
    private boolean cellBegins;

    void newRow() {
        text.append(text.isEmpty() ? "" : "\n");
        rowBegins = true;
    }

    void newCell() {
        text.append(rowBegins ? "" : "\t");
        rowBegins = false;
        cellBegins = true;
    }

    /** Adds to the cell. */
    void add(String words) {
        text.append(cellBegins ? "" : " ").append(words.strip().replaceAll("\\s+", " "));
        cellBegins = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
