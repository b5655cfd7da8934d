#pragma once

#include "app/domain/Dossier.h"

#include <QTableWidget>

namespace motcua::ui {

class FittedColumns;

/// The papers of a dossier: name, kind, quantity, scanned pages. Where they are being handed in, a tick or Space hands one in, + and −
/// change the quantity, K how it is brought (shown and given back, left as an original, a copy or a file); the table only asks, and shows what it is
/// given next. Owner: the card that shows it.
class PaperTable : public QTableWidget {
    Q_OBJECT

public:
    enum class Use { Shown, HandedIn };

    explicit PaperTable(Use use, QWidget* parent = nullptr);

    /// `current`: the row under the cursor; one that is not there: the nearest.
    void setPapers(const std::vector<domain::Paper>& papers, int current);
    /// As high as its rows, at least one and at most so many; 0: all of them, for a table in something that scrolls.
    void fitTo(int mostRows);

signals:
    /// Moved there by whoever works.
    void rowChosen(int row);
    void changeAsked(int row, motcua::domain::PaperKind kind, int quantity, bool shownOnly);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Column { Name, Kind, Quantity, Pages, ColumnCount };

    void retranslate();
    void fillRow(int row);
    void askQuantity(int row, int quantity);
    void askNextKind(int row);
    void tick(const QTableWidgetItem& item);

    Use m_use;
    FittedColumns* m_columns;
    std::vector<domain::Paper> m_papers;
};

}
