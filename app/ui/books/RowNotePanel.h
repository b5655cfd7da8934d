#pragma once

#include "app/domain/Dossier.h"

#include <QFrame>

class QComboBox;

namespace motcua::ui {

class ActionButton;
class Field;
class TextArea;
class TextEdit;
class TextLabel;

/// Asks what is to be noted beside a row of a book: an amendment, a correction after signing with its initials, or a remark. The row stays as it was
/// written. Ctrl+Enter notes it, Esc leaves. Owner: BooksPlace.
class RowNotePanel : public QFrame {
    Q_OBJECT

public:
    explicit RowNotePanel(QWidget* parent = nullptr);

    /// `initials`: of whoever signs, offered for a correction. What was typed for the same row before is still there.
    void ask(const domain::BookEntry& entry, const QString& initials);
    void clear();

signals:
    /// Whole; signer and day are for whom it concerns.
    void given(const motcua::domain::RowNote& note);
    void cancelled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    domain::NoteKind kind() const;
    void follow();
    void give();
    void leave();
    void retranslate();

    QString m_about; ///< the row's number
    domain::EntryReference m_row;
    TextLabel* m_question;
    QComboBox* m_kind;
    Field* m_kindField;
    TextArea* m_words;
    Field* m_wordsField;
    TextEdit* m_ground;
    Field* m_groundField;
    TextEdit* m_initials;
    Field* m_initialsField;
    TextLabel* m_follows;
    ActionButton* m_give;
    ActionButton* m_leave;
};

}
