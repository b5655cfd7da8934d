#pragma once

#include "app/counter/Desk.h"
#include "app/domain/ports/Archive.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QKeyEvent;

namespace motcua::ui {

class TextEdit;

/// What the list of dossiers is narrowed down by: words, state or given back, received today, mine, not sent yet. Owner: DossiersPlace.
class DossierFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit DossierFilterBar(const counter::Desk& desk, QWidget* parent = nullptr);

    QString text() const;
    domain::ports::DossierFilter filter() const;
    /// What filter() cannot say, and what a search does not ask the archive for.
    bool lets(const domain::ports::DossierRow& row) const;
    bool isEmpty() const;
    void clear();
    void beginSearch();
    /// What is typed while the list has the focus: a search is begun anew with it. False: the key types nothing.
    bool takeTyped(QKeyEvent* key);

signals:
    void changed();
    /// From the search line into the list.
    void entered();
    /// By a key that moves in lists: Home, End, Page Up or Page Down.
    void movedInList(int key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const counter::Desk& m_desk;
    TextEdit* m_search;
    QComboBox* m_state;
    QCheckBox* m_today;
    QCheckBox* m_mine;
    QCheckBox* m_unsent;
};

}
