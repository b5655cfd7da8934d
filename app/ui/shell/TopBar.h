#pragma once

#include "app/domain/Settings.h"

#include <QFrame>

class QPushButton;
class QShortcut;
class QToolButton;

namespace motcua::ui {

class TextLabel;

/// Unit, station, search, user: always in sight.
class TopBar : public QFrame {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent);

    void setStation(const QString& unit, const QString& station);
    void setUser(const domain::Account& account);
    /// Whether dossiers may be searched for by whoever is here.
    void setSearchable(bool searchable);

signals:
    void searchRequested();
    void lockRequested();
    void keyMapRequested();
    void undoRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    TextLabel* m_unit;
    TextLabel* m_station;
    QPushButton* m_search;
    TextLabel* m_searchWords;
    TextLabel* m_user;
    TextLabel* m_roles;
    QToolButton* m_keys;
    QToolButton* m_lock;
    QShortcut* m_searchKey;
    QShortcut* m_undoKey;
    QShortcut* m_lockKey;
    QShortcut* m_mapKey;
    domain::Account m_account;
};

}
