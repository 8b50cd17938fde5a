package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A part of a row, put together from the columns' entries by their levels (Dremel, Melnik et al. 2010): a definition
 * level says how much of a leaf's path is there, a repetition level which of its lists goes on.
 */
sealed interface Shape {

    /** The first of its leaves; it has one at least. */
    int leaf();

    /** Takes the entries that make the next value. */
    JsonNode read(Entries[] columns) throws BadParquetException;

    /** Takes the entry that each leaf has where the value is not there. */
    void pass(Entries[] columns) throws BadParquetException;

    /** A single value, or null. */
    record Leaf(int leaf) implements Shape {
        @Override
        public JsonNode read(Entries[] columns) throws BadParquetException {
            return columns[leaf].take();
        }

        @Override
        public void pass(Entries[] columns) throws BadParquetException {
            columns[leaf].pass();
        }
    }

    /**
     * An object of fields.
     *
     * @param level definition level from which on it is there; below, it is null
     */
    record Fields(List<String> names, List<Shape> values, int level) implements Shape {
        @Override
        public int leaf() {
            return values.get(0).leaf();
        }

        @Override
        public JsonNode read(Entries[] columns) throws BadParquetException {
            if (columns[leaf()].definition() < level) {
                pass(columns);
                return NullNode.getInstance();
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < names.size(); i++) {
                object.set(names.get(i), values.get(i).read(columns));
            }
            return object;
        }

        @Override
        public void pass(Entries[] columns) throws BadParquetException {
            for (Shape value : values) {
                value.pass(columns);
            }
        }
    }

    /**
     * An array.
     *
     * @param there definition level from which on it is there; below, it is null
     * @param filled definition level from which on it has elements
     * @param again repetition level of its second and later elements
     */
    record Elements(Shape element, int there, int filled, int again) implements Shape {
        @Override
        public int leaf() {
            return element.leaf();
        }

        @Override
        public JsonNode read(Entries[] columns) throws BadParquetException {
            Entries first = columns[leaf()];
            int level = first.definition();
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            if (level < filled) {
                pass(columns);
                return level < there ? NullNode.getInstance() : array;
            }
            do {
                array.add(element.read(columns));
            } while (first.repetition() == again);
            return array;
        }

        @Override
        public void pass(Entries[] columns) throws BadParquetException {
            element.pass(columns);
        }
    }

    /** A map: an object, its keys as text. The elements are objects of a key and a value. */
    record Map(Elements entries) implements Shape {
        @Override
        public int leaf() {
            return entries.leaf();
        }

        @Override
        public JsonNode read(Entries[] columns) throws BadParquetException {
            JsonNode pairs = entries.read(columns);
            if (!pairs.isArray()) {
                return pairs;
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (JsonNode pair : pairs) {
                object.set(pair.path(0).asText(), pair.path(1));
            }
            return object;
        }

        @Override
        public void pass(Entries[] columns) throws BadParquetException {
            entries.pass(columns);
        }
    }

    /** A map's key and value: an array of the two. */
    record Pair(Shape key, Shape value) implements Shape {
        @Override
        public int leaf() {
            return key.leaf();
        }

        @Override
        public JsonNode read(Entries[] columns) throws BadParquetException {
            return JsonNodeFactory.instance.arrayNode(2).add(key.read(columns)).add(value.read(columns));
        }

        @Override
        public void pass(Entries[] columns) throws BadParquetException {
            key.pass(columns);
            value.pass(columns);
        }
    }
}
