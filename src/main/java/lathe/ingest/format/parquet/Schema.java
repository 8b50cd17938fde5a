package lathe.ingest.format.parquet;

import java.util.ArrayList;
import java.util.List;
import lathe.ingest.format.parquet.Element.Logical;
import lathe.ingest.format.parquet.Element.Repetition;

/**
 * What a file's rows look like. Lists and maps are known by their annotation, in the form of today and in the older
 * ones that the format's LogicalTypes.md lists under "backward compatibility".
 *
 * @param row makes rows
 * @param columns the leaves, in the order of the column chunks
 */
record Schema(Shape row, List<Column> columns) {
    private static final int MOST_NESTING = 64;
    private static final int MOST_PATH = 200;

    /** Understands a list of elements, each group before its children. */
    static Schema of(List<Element> elements) throws BadParquetException {
        if (elements.isEmpty()) {
            throw new BadParquetException("no schema");
        }
        Tree tree = new Tree(elements);
        Place root = new Place("", 0, 0, 0);
        Shape row = tree.fields(tree.next(), root, 0);
        if (tree.at != elements.size()) {
            throw new BadParquetException("the schema has more fields than its groups");
        }
        return new Schema(row, List.copyOf(tree.columns));
    }

    /** Where a field stands: names and levels above it. */
    private record Place(String path, int repetitions, int definitions, int depth) {
        Place of(Element field) throws BadParquetException {
            if (depth == MOST_NESTING) {
                throw new BadParquetException("the schema is nested more than " + MOST_NESTING + " deep");
            }
            String names = path.isEmpty() ? field.name() : path + "." + field.name();
            return new Place(
                    names.length() > MOST_PATH ? names.substring(0, MOST_PATH) : names,
                    repetitions + (field.repetition() == Repetition.REPEATED ? 1 : 0),
                    definitions + (field.repetition() == Repetition.REQUIRED ? 0 : 1),
                    depth + 1);
        }
    }

    private static final class Tree {
        private final List<Element> elements;
        private final List<Column> columns = new ArrayList<>();
        private int at;

        Tree(List<Element> elements) {
            this.elements = elements;
        }

        Element next() throws BadParquetException {
            if (at == elements.size()) {
                throw new BadParquetException("the schema ends early");
            }
            return elements.get(at++);
        }

        private Element ahead(int by) {
            return elements.get(Math.min(at + by, elements.size() - 1));
        }

        /** The next field; one that is repeated without being a list's is an array all the same. */
        private Shape field(Place above) throws BadParquetException {
            Element field = next();
            Place place = above.of(field);
            Shape value = value(field, place);
            return field.repetition() == Repetition.REPEATED
                    ? new Shape.Elements(value, above.definitions, place.definitions, place.repetitions)
                    : value;
        }

        private Shape value(Element field, Place place) throws BadParquetException {
            if (field.children() == 0) {
                return leaf(field, place);
            }
            boolean wraps = field.children() == 1 && ahead(0).repetition() == Repetition.REPEATED;
            if (wraps && field.logical() == Logical.LIST) {
                return list(field, place);
            }
            if (wraps && field.logical() == Logical.MAP && ahead(0).children() == 2 && ahead(1).children() == 0) {
                return map(place);
            }
            return fields(field, place, place.definitions);
        }

        private Shape leaf(Element field, Place place) throws BadParquetException {
            columns.add(new Column(
                    place.path,
                    field.physical(),
                    field.physical().bytes(field.width()),
                    Scalars.of(field),
                    place.repetitions,
                    place.definitions));
            return new Shape.Leaf(columns.size() - 1);
        }

        Shape fields(Element group, Place place, int level) throws BadParquetException {
            List<String> names = new ArrayList<>();
            List<Shape> values = new ArrayList<>();
            for (int i = 0; i < group.children(); i++) {
                names.add(ahead(0).name());
                values.add(field(place));
            }
            if (values.isEmpty()) {
                throw new BadParquetException("the schema has no columns");
            }
            return new Shape.Fields(List.copyOf(names), List.copyOf(values), level);
        }

        /** The group of a list has one repeated field: a wrapper of the element, or the element itself. */
        private Shape list(Element list, Place place) throws BadParquetException {
            Element repeated = next();
            Place inner = place.of(repeated);
            boolean wrapper = repeated.children() == 1
                    && ahead(0).repetition() != Repetition.REPEATED
                    && !repeated.name().equals("array")
                    && !repeated.name().equals(list.name() + "_tuple");
            Shape element = wrapper ? field(inner) : value(repeated, inner);
            return new Shape.Elements(element, place.definitions, inner.definitions, inner.repetitions);
        }

        private Shape map(Place place) throws BadParquetException {
            Place inner = place.of(next());
            Shape pair = new Shape.Pair(field(inner), field(inner));
            return new Shape.Map(new Shape.Elements(pair, place.definitions, inner.definitions, inner.repetitions));
        }
    }
}
