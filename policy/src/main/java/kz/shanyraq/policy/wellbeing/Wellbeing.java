package kz.shanyraq.policy.wellbeing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The wellbeing of a block of families, in columns: a row for each family, model and dimension.
public final class Wellbeing {

    /// The number of rows; the arrays may be longer.
    public int size;

    public int[] family = {};
    public byte[] model = {};
    public byte[] dimension = {};

    /// 0 to 100, or -1 where a fact is missing.
    public byte[] points = {};

    public long[] missing = {};

    private final List<Model.InForce> models = new ArrayList<>();

    /// Empties the block.
    public void clear() {
        size = 0;
    }

    void add(int family, Model.InForce model, Dimension dimension, int points, long missing) {
        int row = size++;
        if (row == this.family.length) {
            grow(Math.max(64, 2 * row));
        }
        int known = models.indexOf(model);
        if (known < 0) {
            known = models.size();
            models.add(model);
        }
        this.family[row] = family;
        this.model[row] = (byte) known;
        this.dimension[row] = (byte) dimension.ordinal();
        this.points[row] = (byte) points;
        this.missing[row] = missing;
    }

    /// The model of a row.
    public Model.InForce model(int row) {
        return models.get(model[row]);
    }

    /// The level that a row's points reach; empty where they are not known.
    public String level(int row) {
        return points[row] < 0 ? "" : model(row).level(points[row]);
    }

    private void grow(int length) {
        family = Arrays.copyOf(family, length);
        model = Arrays.copyOf(model, length);
        dimension = Arrays.copyOf(dimension, length);
        points = Arrays.copyOf(points, length);
        missing = Arrays.copyOf(missing, length);
    }
}
