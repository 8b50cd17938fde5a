package lathe.ingest.format.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lathe.ingest.format.parquet.Element.Logical;
import lathe.ingest.format.parquet.Element.Physical;
import lathe.ingest.format.parquet.Element.Repetition;
import org.junit.jupiter.api.Test;

/** The older ways to write lists and maps, from the format's LogicalTypes.md; pyarrow can no longer write them. */
class SchemaTest {

    private static Element group(String name, Repetition repetition, int children, Logical logical) {
        return new Element(name, repetition, children, Physical.GROUP, 0, logical, 0, 1, false);
    }

    private static Element leaf(String name, Repetition repetition) {
        return new Element(name, repetition, 0, Physical.INT32, 0, Logical.NONE, 0, 1, false);
    }

    /** The shape of a file with this one field. */
    private static Shape shape(Element... field) throws BadParquetException {
        List<Element> elements = new ArrayList<>(List.of(group("schema", Repetition.REQUIRED, 1, Logical.NONE)));
        Collections.addAll(elements, field);
        return ((Shape.Fields) Schema.of(elements).row()).values().get(0);
    }

    @Test
    void aListOfTwoLevelsIsReadLikeOneOfThree() throws Exception {
        Element list = group("xs", Repetition.OPTIONAL, 1, Logical.LIST);
        Shape three =
                shape(list, group("list", Repetition.REPEATED, 1, Logical.NONE), leaf("element", Repetition.REQUIRED));

        assertEquals(new Shape.Elements(new Shape.Leaf(0), 1, 2, 1), three);
        assertEquals(three, shape(list, leaf("element", Repetition.REPEATED)));
    }

    @Test
    void aRepeatedGroupThatIsTheElementStaysAnObject() throws Exception {
        Element list = group("xs", Repetition.OPTIONAL, 1, Logical.LIST);
        Shape object = new Shape.Fields(List.of("a"), List.of(new Shape.Leaf(0)), 2);
        Shape expected = new Shape.Elements(object, 1, 2, 1);

        for (String name : List.of("array", "xs_tuple")) {
            assertEquals(
                    expected,
                    shape(list, group(name, Repetition.REPEATED, 1, Logical.NONE), leaf("a", Repetition.REQUIRED)));
        }
        Shape two = shape(
                list,
                group("element", Repetition.REPEATED, 2, Logical.NONE),
                leaf("a", Repetition.REQUIRED),
                leaf("b", Repetition.OPTIONAL));
        assertEquals(
                new Shape.Elements(
                        new Shape.Fields(List.of("a", "b"), List.of(new Shape.Leaf(0), new Shape.Leaf(1)), 2), 1, 2, 1),
                two);
    }

    @Test
    void aFieldThatIsOnlyRepeatedIsAnArrayToo() throws Exception {
        assertEquals(new Shape.Elements(new Shape.Leaf(0), 0, 1, 1), shape(leaf("xs", Repetition.REPEATED)));
    }

    @Test
    void aMapIsKnownByItsAnnotation() throws Exception {
        Shape map = shape(
                group("m", Repetition.OPTIONAL, 1, Logical.MAP),
                group("map", Repetition.REPEATED, 2, Logical.MAP),
                leaf("key", Repetition.REQUIRED),
                leaf("value", Repetition.OPTIONAL));

        Shape pair = new Shape.Pair(new Shape.Leaf(0), new Shape.Leaf(1));
        assertEquals(new Shape.Map(new Shape.Elements(pair, 1, 2, 1)), map);
    }

    @Test
    void aSchemaThatDoesNotAddUpIsRefused() {
        Element list = group("xs", Repetition.OPTIONAL, 1, Logical.LIST);
        assertThrows(BadParquetException.class, () -> shape(list));
        assertThrows(
                BadParquetException.class, () -> shape(leaf("a", Repetition.REQUIRED), leaf("b", Repetition.REQUIRED)));
        Element[] deep = Collections.nCopies(200, group("g", Repetition.OPTIONAL, 1, Logical.NONE))
                .toArray(new Element[0]);
        assertThrows(BadParquetException.class, () -> shape(deep));
    }
}
