/// Tables in files: CSV and Parquet, read and written in batches of columns.
@NullMarked
package kz.shanyraq.nation.files;

import org.jspecify.annotations.NullMarked;
