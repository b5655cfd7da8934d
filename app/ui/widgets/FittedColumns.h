#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace motcua::ui {

/// Columns as wide as what stands in them: where there is room each has all it needs and the widest take what is left; where there is not, the
/// widest give way first, so that short values stay whole. Owned by the table.
class FittedColumns : public QObject {
    Q_OBJECT

public:
    explicit FittedColumns(QTableView* table);

    /// Again, as the content is another.
    void fit();

    /// Widths that add up to `room`, in the same unit as `needed`; never less than `least` of a column even where that is more than `room`.
    static std::vector<int> shared(const std::vector<int>& needed, const std::vector<int>& least, int room);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitLater();

    QTableView* m_table;
    bool m_waiting = false;
};

}
