#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace motcua::counter {
class PageActs;
}

namespace motcua::ui {

/// Whose Ctrl+Z is in an intake: the last thing done is undone, whichever it was. A field has an undo of its own and takes the key first;
/// here it is kept from every field but the one that was typed into last since the last act with pages. What the program filled in, a card's
/// or an earlier dossier's, was not typed. Owner: PagesPanel. Thread: GUI.
class LastDone : public QObject {
    Q_OBJECT

public:
    /// `panel` stands in the place whose fields are watched.
    LastDone(counter::PageActs& pages, QWidget* panel);

    /// Takes back what was typed last, and leads the cursor there. False: nothing was typed since the last act with pages. True and nothing
    /// happens where the field has forgotten what stood there before.
    bool undoText();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QWidget* focus);
    void follow();
    void note(QWidget* field);
    void noteChange();
    void forget(QWidget* field);
    bool isHere(const QWidget* field) const;
    /// Since the last act with pages; null: no field says anything else than then.
    QWidget* typedLast() const;

    struct Typed {
        QPointer<QWidget> field;
        QString text; ///< as it was left; where something else stands there now, it was not typed
    };
    /// From an act with pages on until another one.
    struct Act {
        QHash<const QObject*, QString> texts; ///< what stood in each field before it was typed into
        std::vector<Typed> typed;             ///< the last one last
    };

    counter::PageActs& m_pages;
    QWidget* m_panel;
    QPointer<QWidget> m_field;          ///< where the cursor is
    QMetaObject::Connection m_changing; ///< of its text
    std::vector<Act> m_acts;            ///< as many as can be undone, the last one last
};

}
