#pragma once

#include <QCompleter>

class QLineEdit;

namespace motcua::ui {

/// Offers usual phrases below a line while it is typed, by folded words: "bang tot" finds "Bằng tốt nghiệp …". Nothing is taken
/// unasked: Enter keeps what was typed unless an arrow key chose a phrase, and either way means in the line what it always means
/// there. Whatever takes the cursor away, a key of the program too, ends the editing in the line with what stands in it. Owned by the line.
class Suggestions : public QCompleter {
    Q_OBJECT

public:
    Suggestions(const QStringList& phrases, QLineEdit* line);

    QString pathFromIndex(const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& typed);

    QStringList m_phrases;
    QLineEdit* m_line;
};

}
