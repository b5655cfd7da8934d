#pragma once

#include "app/ui/widgets/DossierModel.h"

#include <QStackedWidget>

class QTableView;

namespace motcua::ui {

class EmptyState;

/// A list of dossiers: arrows move, Enter or double click opens, Space ticks when checkable. Shows its empty state when there
/// are no rows. The selection survives a refresh.
class DossierList : public QStackedWidget {
    Q_OBJECT

public:
    /// `calendar` and `now` as for DossierModel.
    DossierList(const domain::Calendar* calendar, std::function<QDateTime()> now, QWidget* parent = nullptr);

    void setRows(std::vector<domain::ports::DossierRow> rows);
    const std::vector<domain::ports::DossierRow>& rows() const { return m_model->rows(); }
    /// Null when nothing is selected.
    domain::DossierId current() const;
    const domain::ports::DossierRow* currentRow() const;
    void select(domain::DossierId id);
    /// By a key that moves in lists: Home, End, Page Up or Page Down; takes the focus.
    void move(int key);
    /// Nothing is selected until somebody picks a row, however often the rows are set.
    void unpick();
    void setCheckable(bool checkable);
    std::vector<domain::DossierId> checked() const { return m_model->checked(); }
    /// For a narrow list: code and applicant in one column, beside it when it is due.
    void setCompact(bool compact);
    void setColumnShown(DossierModel::Column column, bool shown);
    EmptyState* emptyState() const { return m_empty; }
    DossierModel* model() const { return m_model; }
    /// A few rows, each with its state in full; it scrolls.
    QSize minimumSizeHint() const override;
    QTableView* view() const { return m_view; }

signals:
    void opened(motcua::domain::DossierId id);
    void currentChanged(motcua::domain::DossierId id);
    void checkedChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitColumns();
    int stateWidth() const;
    int dueWidth() const;
    int rowHeight() const;
    void announceCurrent();

    DossierModel* m_model;
    QTableView* m_view;
    EmptyState* m_empty;
    bool m_refreshing = false;
    bool m_withDue = true;
    bool m_unpicked = false;
};

}
