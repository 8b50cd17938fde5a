package lathe.clean.engine;

import java.io.IOException;

/** What choosing among duplicates needs to know of records, beside what rules measured. */
interface Facts {

    /** Code points of a record's content, after all edits. */
    int characters(int record);

    /** The name of the source that a record was imported under. */
    String source(int record) throws IOException;
}
