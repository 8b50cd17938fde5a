package lathe.ingest.format.parquet;

import lathe.ingest.format.parquet.Element.Logical;
import lathe.ingest.format.parquet.Element.Physical;
import lathe.ingest.format.parquet.Element.Repetition;

/** Reads a line of the schema. Newer writers give the logical type, older ones the "converted" type, many give both. */
final class ElementReader {
    private static final long MILLIS = 1_000;
    private static final long MICROS = 1_000_000;
    private static final long NANOS = 1_000_000_000;
    private static final int MOST_SCALE = 1_000;

    private final Compact in;
    private String name = "";
    private Repetition repetition = Repetition.REQUIRED;
    private Physical physical = Physical.GROUP;
    private Logical logical = Logical.NONE;
    private int children;
    private int width;
    private int scale;
    private long unit = MILLIS;
    private boolean utc;
    private int converted = -1;

    private ElementReader(Compact in) {
        this.in = in;
    }

    static Element read(Compact in) throws BadParquetException {
        ElementReader reader = new ElementReader(in);
        reader.fields();
        return reader.element();
    }

    private Element element() throws BadParquetException {
        if (logical == Logical.NONE) {
            convert();
        }
        if (scale < 0 || scale > MOST_SCALE || width < 0 || children < 0) {
            throw new BadParquetException("the schema's field " + name + " has an absurd size");
        }
        if ((physical == Physical.GROUP) != (children > 0)) {
            throw new BadParquetException("the schema's field " + name + " is neither a group nor a value");
        }
        return new Element(name, repetition, children, physical, width, logical, scale, unit, utc);
    }

    private void fields() throws BadParquetException {
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            switch (id) {
                case 1 -> physical = known(Physical.values(), in.i32());
                case 2 -> width = in.i32();
                case 3 -> repetition = known(Repetition.values(), in.i32());
                case 4 -> name = in.text();
                case 5 -> children = in.i32();
                case 6 -> converted = in.i32();
                case 7 -> scale = in.i32();
                case 10 -> logical();
                default -> in.skip();
            }
        }
    }

    /** A union: a struct of which one field is there. */
    private void logical() throws BadParquetException {
        in.struct();
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            switch (id) {
                case 1, 4, 12 -> plain(Logical.TEXT);
                case 2 -> plain(Logical.MAP);
                case 3 -> plain(Logical.LIST);
                case 5 -> decimal();
                case 6 -> plain(Logical.DATE);
                case 7 -> time(Logical.TIME);
                case 8 -> time(Logical.TIMESTAMP);
                case 10 -> integer();
                case 14 -> plain(Logical.UUID);
                case 15 -> plain(Logical.FLOAT16);
                default -> in.skip();
            }
        }
    }

    private void plain(Logical meant) throws BadParquetException {
        logical = meant;
        in.skip();
    }

    private void decimal() throws BadParquetException {
        logical = Logical.DECIMAL;
        in.struct();
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            if (id == 1) {
                scale = in.i32();
            } else {
                in.skip();
            }
        }
    }

    private void time(Logical meant) throws BadParquetException {
        logical = meant;
        in.struct();
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            if (id == 1) {
                utc = in.bool();
            } else if (id == 2) {
                unit();
            } else {
                in.skip();
            }
        }
    }

    private void unit() throws BadParquetException {
        in.struct();
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            unit = id == 1 ? MILLIS : id == 2 ? MICROS : NANOS;
            in.skip();
        }
    }

    private void integer() throws BadParquetException {
        in.struct();
        for (int id = in.next(0); id != Compact.STOP; id = in.next(id)) {
            if (id == 2) {
                logical = in.bool() ? Logical.NONE : Logical.UNSIGNED;
            } else {
                in.skip();
            }
        }
    }

    private void convert() {
        logical = switch (converted) {
            case 0, 4, 19 -> Logical.TEXT;
            case 1, 2 -> Logical.MAP;
            case 3 -> Logical.LIST;
            case 5 -> Logical.DECIMAL;
            case 6 -> Logical.DATE;
            case 7, 8 -> Logical.TIME;
            case 9, 10 -> Logical.TIMESTAMP;
            case 11, 12, 13, 14 -> Logical.UNSIGNED;
            default -> Logical.NONE;
        };
        if (logical == Logical.TIME || logical == Logical.TIMESTAMP) {
            unit = converted == 8 || converted == 10 ? MICROS : MILLIS;
            utc = true;
        }
    }

    private static <E extends Enum<E>> E known(E[] all, int number) throws BadParquetException {
        if (number < 0 || number >= all.length) {
            throw new BadParquetException("the schema has something of the unknown kind " + number);
        }
        return all[number];
    }
}
