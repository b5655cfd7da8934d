#pragma once

#include "app/domain/ports/Archive.h"

#include <QAbstractTableModel>
#include <QSet>

#include <functional>

namespace motcua::ui {

/// Dossiers as lines of a table; above papers of one visit a line of their own, where that is wanted. Personal numbers are masked. Owner: the table
/// that shows it. Thread: GUI.
class DossierModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Applicant, Procedure, State, Due, Sync, ColumnCount };
    enum Role { RowRole = Qt::UserRole, ToneRole, HeadingRole };

    /// `calendar` may be null; then due moments are shown as dates.
    DossierModel(const domain::Calendar* calendar, std::function<QDateTime()> now, QObject* parent);

    void setRows(std::vector<domain::ports::DossierRow> rows);
    const std::vector<domain::ports::DossierRow>& rows() const { return m_rows; }
    /// Null: the line is a visit's heading.
    const domain::ports::DossierRow* rowAt(int line) const;
    /// From now on papers of a visit that stand below each other have a heading, whose check box is all of theirs.
    void setVisitsHeaded(bool headed) { m_visitsHeaded = headed; }
    /// With check boxes in the first column.
    void setCheckable(bool checkable);
    /// Code and applicant in one column, for narrow lists.
    void setCompact(bool compact) { m_compact = compact; }
    bool isCompact() const { return m_compact; }
    /// The due moment as a third line there, for lists with no room for its column.
    void setDueBelow(bool below);
    bool isDueBelow() const { return m_dueBelow; }
    std::vector<domain::DossierId> checked() const;
    void setAllChecked(bool checked);
    /// The line of a dossier; -1: it is not listed.
    int lineOf(domain::DossierId id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void checkedChanged();

private:
    /// Of the table: a dossier, or the heading of those from `row` on.
    struct Line {
        size_t row = 0;
        size_t headed = 0; ///< how many dossiers the heading is of; 0: it is a dossier
    };
    void layLines();
    QVariant headingAt(const Line& line, int column, int role) const;
    Qt::CheckState checkOf(const Line& line) const;
    bool isOfVisit(size_t row) const;
    QString textAt(const domain::ports::DossierRow& row, int column) const;
    QString stateOf(const domain::ports::DossierRow& row) const;
    QString dueOf(const domain::ports::DossierRow& row) const;
    static QString lines(const QString& first, const QString& second);
    static QString nameOf(const domain::ports::DossierRow& row);
    QString spokenAt(const domain::ports::DossierRow& row, int column) const;

    const domain::Calendar* m_calendar;
    std::function<QDateTime()> m_now;
    std::vector<domain::ports::DossierRow> m_rows;
    std::vector<Line> m_lines;
    bool m_visitsHeaded = false;
    QSet<domain::DossierId> m_checked;
    bool m_checkable = false;
    bool m_compact = false;
    bool m_dueBelow = false;
};

}
