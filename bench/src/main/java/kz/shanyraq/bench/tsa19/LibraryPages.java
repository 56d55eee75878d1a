package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// Pages decoded by parquet-java's own readers, value by value.
final class LibraryPages implements PageReading {

    private final ColumnDescriptor column;
    private final PageReader pages;
    private final @Nullable Dictionary dictionary;
    private final boolean truth;

    LibraryPages(ColumnDescriptor column, PageReader pages) throws IOException {
        this.column = column;
        this.pages = pages;
        this.truth = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN;
        DictionaryPage page = pages.readDictionaryPage();
        this.dictionary = page == null ? null : page.getEncoding().initDictionary(column, page);
    }

    @Override
    public int next(Page into) throws IOException {
        var page = (DataPageV1) pages.readPage();
        if (page == null) {
            return 0;
        }
        int count = page.getValueCount();
        Encoding encoding = page.getValueEncoding();
        ValuesReader reader = encoding.usesDictionary()
                ? encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
                : encoding.getValuesReader(column, ValuesType.VALUES);
        reader.initFromPage(count, page.getBytes().toInputStream());
        int[] values = into.reserve(count);
        if (truth) {
            for (int i = 0; i < count; i++) {
                values[i] = reader.readBoolean() ? 1 : 0;
            }
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = reader.readInteger();
            }
        }
        return count;
    }
}
