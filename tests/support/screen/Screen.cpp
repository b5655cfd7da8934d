#include "tests/support/screen/Screen.h"

#include "tests/support/screen/LongestAnswer.h"
#include "tests/support/screen/XKeys.h"

#include <QElapsedTimer>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace motcua::test {

struct Screen::Connection {
    explicit Connection(const QString& name) : display(XOpenDisplay(name.toLatin1().constData())) {
        if (display)
            keys = std::make_unique<XKeys>(display);
    }
    ~Connection() {
        keys.reset();
        if (display)
            XCloseDisplay(display);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// A window manager says so on the root window.
    bool isManaged() const {
        const Atom says = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
        Atom type = 0;
        int format = 0;
        unsigned long count = 0;
        unsigned long left = 0;
        unsigned char* value = nullptr;
        XGetWindowProperty(display, DefaultRootWindow(display), says, 0, 1, False, AnyPropertyType, &type, &format, &count, &left, &value);
        if (value)
            XFree(value);
        return count > 0;
    }

    Display* display;
    std::unique_ptr<XKeys> keys;
};

Screen::Screen() = default;

Screen::~Screen() {
    m_x.reset();
    m_manager.end();
}

bool Screen::start() {
    const QByteArray number = m_server.firstLine(
        QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                                    QStringLiteral("1366x768x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp"), QStringLiteral("-ac")});
    if (number.isEmpty())
        return false;
    m_display = QStringLiteral(":") + QString::fromLatin1(number);
    m_x = std::make_unique<Connection>(m_display);
    if (!m_x->display)
        return false;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    m_manager.setProcessEnvironment(environment);
    m_manager.start(QStringLiteral("openbox"), {QStringLiteral("--sm-disable")});
    QElapsedTimer waiting;
    waiting.start();
    while (!m_x->isManaged())
        if (m_manager.waitForFinished(20) || waiting.elapsed() > longestAnswer)
            return false;
    return true;
}

void Screen::press(const QString& keys) {
    m_x->keys->press(keys, 1);
}

void Screen::bounce(const QString& key, int times) {
    m_x->keys->press(key, times);
}

void Screen::down(const QString& keys) {
    m_x->keys->down(keys);
}

void Screen::up(const QString& keys) {
    m_x->keys->up(keys);
}

void Screen::setRepeat(int delay, int interval) {
    m_x->keys->setRepeat(delay, interval);
}

void Screen::type(const QString& text, int gap) {
    m_x->keys->type(text, gap);
}

QImage Screen::picture() const {
    XWindowAttributes root{};
    XGetWindowAttributes(m_x->display, DefaultRootWindow(m_x->display), &root);
    XImage* image = XGetImage(m_x->display, DefaultRootWindow(m_x->display), 0, 0, static_cast<unsigned>(root.width),
        static_cast<unsigned>(root.height), AllPlanes, ZPixmap);
    if (!image)
        return {};
    const QImage picture =
        QImage(reinterpret_cast<const uchar*>(image->data), image->width, image->height, image->bytes_per_line, QImage::Format_RGB32).copy();
    XDestroyImage(image);
    return picture;
}

}
