#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

/// Whose Ctrl+Z is in an intake: the last thing done is undone, whichever it was. A field has an undo of its own and takes the key first;
/// here it is kept from a field in which nothing was typed since the last act with pages. Owner: PagesPanel. Thread: GUI.
class LastDone : public QObject {
    Q_OBJECT

public:
    /// `panel` stands in the window whose fields are watched.
    LastDone(counter::IntakeForm& form, QWidget* panel);

    /// Whether the last thing done was an act with pages, with the cursor where it is now.
    bool isPages() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QWidget* focus);
    void follow();
    void note(QWidget* field);

    /// What stood in each field, from an act with pages on until another one.
    using Texts = QHash<const QObject*, QString>;

    counter::IntakeForm& m_form;
    QPointer<QWidget> m_field; ///< where the cursor is
    std::vector<Texts> m_acts; ///< as many as can be undone, the last one last
};

}
