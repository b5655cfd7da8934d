#pragma once

#include "app/domain/security/SecurityEvent.h"

#include <QAbstractTableModel>

#include <vector>

namespace motcua::ui {

/// Events of the security log, one a line, as they are told in words. Owner: SecurityCard. Thread: GUI.
class SecurityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Moment, What, Who, About, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(std::vector<domain::SecurityEvent> events);
    const std::vector<domain::SecurityEvent>& events() const { return m_events; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString textAt(const domain::SecurityEvent& event, int column);

    std::vector<domain::SecurityEvent> m_events;
};

}
