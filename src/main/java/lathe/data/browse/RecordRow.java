package lathe.data.browse;

import lathe.data.Script;

/**
 * A record as a table shows it.
 *
 * @param record its place in the corpus, from 0
 * @param excerpt the beginning of its content, on one line
 * @param turns messages of a conversation; 0 for a text
 * @param file where it comes from; empty where a step made it
 * @param line where it begins in that file
 */
public record RecordRow(
        int record,
        String id,
        String source,
        String excerpt,
        int characters,
        int turns,
        Script script,
        String file,
        long line) {}
