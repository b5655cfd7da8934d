#pragma once

#include <QObject>

#include <functional>

class QShortcut;
class QWidget;

namespace motcua::ui {

/// Page Up and Page Down turn the scanned pages wherever the cursor is: a field has no pages of its own. A list has; where pages are read for
/// each of its rows it gives the keys away, so that reading on never leads to another row. Owner: IntakePlace, DossiersPlace, ApprovalPlace.
class PageKeys : public QObject {
    Q_OBJECT

public:
    /// `turn`: 1 forward, -1 back. `areThere`: whether there is a page to turn; else the form is scrolled.
    PageKeys(QWidget* place, const std::function<void(int)>& turn, std::function<bool()> areThere);

    /// The keys of this list turn the pages, too.
    void takeFrom(QWidget* list);

    /// For the key map.
    void say(const QString& what);
    /// Pages came or went.
    void refresh();

private:
    QWidget* m_place;
    std::function<bool()> m_areThere;
    QWidget* m_list = nullptr;
    QShortcut* m_back;
    QShortcut* m_on;
};

}
