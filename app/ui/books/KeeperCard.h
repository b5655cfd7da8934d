#pragma once

#include "app/ui/widgets/FactGrid.h"

#include <QFrame>

namespace motcua::counter {
class Desk;
class NumberDesk;
}

namespace motcua::ui {

/// Who keeps the numbers of a unit's book, which of them this desk may give and until when they last, and what the unit's other desks have, as the
/// keeper said last. Esc leaves. Owner: BooksPlace.
class KeeperCard : public QFrame {
    Q_OBJECT

public:
    /// Both outlive it.
    KeeperCard(counter::NumberDesk& numbers, const counter::Desk& desk, QWidget* parent = nullptr);

    /// Of the book of that symbol; asks the keeper how it stands.
    void open(const QString& symbol, const QString& name);

signals:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();

    counter::NumberDesk& m_numbers;
    const counter::Desk& m_desk;
    QString m_symbol;
    QString m_name;
    TextLabel* m_title;
    TextLabel* m_warning;
    FactGrid* m_facts;
};

}
